import { expect, test } from "vitest";
import { aBarOf, DOLLARS, expectTalib, runBars, runGolden } from "../testing/golden.ts";
import { adl } from "./adl.ts";

test("equals TA-Lib from its first value", () => {
  const values = runGolden(adl, {});
  expectTalib(values.value!, "adl", DOLLARS);
});

test("by hand: closes at the high, at the low, and without a range", () => {
  const bars = [aBarOf(5, 6, 4, 6), aBarOf(5, 6, 4, 4), aBarOf(5, 5, 5, 5)];
  expect(runBars(adl, {}, bars).value).toEqual([1e9, 0, 0]);
});
