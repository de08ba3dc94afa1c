import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { micros, money } from "../packages/kernel/src/index.ts";
import { renderLimits } from "../packages/risk/src/index.ts";

it("finds the example limits as `./bowline limits new --equity 1000000 --profile normal` writes them", () => {
  const file = join(import.meta.dirname, "../deploy/limits/demo.yaml");
  expect(readFileSync(file, "utf8")).toBe(renderLimits({ equity: money(micros("1000000")), profile: "normal" }));
});
