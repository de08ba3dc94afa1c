import { globSync } from "node:fs";
import { join } from "node:path";
import { BREAKER_CODES } from "@bowline/risk";
import { figure } from "@bowline/testkit";
import { expect, it } from "vitest";
import { codesNamedIn } from "./breakers-shown.ts";

it("every breaker of the registry has a test on a running system in which it fires and comes back", () => {
  const files = globSync("breakers-*.test.ts", { cwd: import.meta.dirname }).map((file) =>
    join(import.meta.dirname, file),
  );
  const shown = new Set(files.flatMap(codesNamedIn));
  figure("shown on a running system", shown.size, `of ${BREAKER_CODES.length} breakers`);
  expect(BREAKER_CODES.filter((code) => !shown.has(code))).toEqual([]);
});
