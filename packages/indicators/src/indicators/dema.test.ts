import { expect, test } from "vitest";
import { DOLLARS, expectTalib, runGolden, runNumbers } from "../testing/golden.ts";
import { dema } from "./dema.ts";

test("equals TA-Lib from its first value", () => {
  const values = runGolden(dema, { period: 10 });
  expectTalib(values.value!, "dema", DOLLARS);
});

test("a straight line has no lag", () => {
  const line = Array.from({ length: 30 }, (_, index) => 100 + index);
  expect(runNumbers(dema, { period: 5 }, line).at(-1)).toBeCloseTo(129, 9);
});
