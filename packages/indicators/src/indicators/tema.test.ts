import { expect, test } from "vitest";
import { DOLLARS, expectTalib, runGolden, runNumbers } from "../testing/golden.ts";
import { tema } from "./tema.ts";

test("equals TA-Lib from its first value", () => {
  const values = runGolden(tema, { period: 10 });
  expectTalib(values.value!, "tema", DOLLARS);
});

test("a straight line has no lag", () => {
  const line = Array.from({ length: 40 }, (_, index) => 100 + index);
  expect(runNumbers(tema, { period: 5 }, line).at(-1)).toBeCloseTo(139, 9);
});
