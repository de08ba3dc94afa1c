import { expect, test } from "vitest";
import { aBarOf, DOLLARS, expectTalib, runBars, runGolden, runNumbers } from "../testing/golden.ts";
import { highest } from "./highest.ts";

test("equals TA-Lib from its first value", () => {
  const values = runGolden(highest, { period: 20 });
  expectTalib(values.value!, "highest", DOLLARS);
});

test("by hand: three bars, and of equal ones the latest counts", () => {
  const numbers = [3, 1, 2, 2, 1];
  expect(runNumbers(highest, { period: 3 }, numbers)).toEqual([undefined, undefined, 3, 2, 2]);
  const bars = numbers.map((dollars) => aBarOf(dollars, dollars, dollars, dollars));
  expect(runBars(highest, { period: 3 }, bars).age).toEqual([undefined, undefined, 2, 0, 1]);
});
