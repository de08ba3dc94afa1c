import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { LONG, placeOf } from "./longest-first.ts";

const E2E = join(import.meta.dirname, "..", "..", "e2e");

it("names files that are there", () => {
  expect(LONG.filter((file) => !existsSync(join(E2E, file)))).toStrictEqual([]);
});

it("puts the long ones before all others, which are alike", () => {
  const paths = ["e2e/up.test.ts", "e2e/chaos.test.ts", "e2e/mistakes.test.ts"];
  expect(paths.toSorted((a, b) => placeOf(a) - placeOf(b))).toStrictEqual([
    "e2e/chaos.test.ts",
    "e2e/up.test.ts",
    "e2e/mistakes.test.ts",
  ]);
});
