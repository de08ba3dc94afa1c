import { defineConfig } from "vitest/config";

/** The tests that must notice a change in packages/risk: its own, without those of what rests on it. */
export default defineConfig({
  test: { include: ["packages/risk/src/**/*.test.ts"], testTimeout: 20_000, isolate: false },
});
