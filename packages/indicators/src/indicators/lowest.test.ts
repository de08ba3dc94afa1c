import { expect, test } from "vitest";
import { aBarOf, DOLLARS, expectTalib, runBars, runGolden, runNumbers } from "../testing/golden.ts";
import { lowest } from "./lowest.ts";

test("equals TA-Lib from its first value", () => {
  const values = runGolden(lowest, { period: 20 });
  expectTalib(values.value!, "lowest", DOLLARS);
});

test("by hand: three bars, and of equal ones the latest counts", () => {
  const numbers = [1, 3, 2, 2, 3];
  expect(runNumbers(lowest, { period: 3 }, numbers)).toEqual([undefined, undefined, 1, 2, 2]);
  const bars = numbers.map((dollars) => aBarOf(dollars, dollars, dollars, dollars));
  expect(runBars(lowest, { period: 3 }, bars).age).toEqual([undefined, undefined, 2, 0, 1]);
});
