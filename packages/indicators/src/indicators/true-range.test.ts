import { expect, test } from "vitest";
import { aBarOf, DOLLARS, expectTalib, runBars, runGolden } from "../testing/golden.ts";
import { trueRange } from "./true-range.ts";

test("equals TA-Lib from its first value", () => {
  const values = runGolden(trueRange, {});
  expectTalib(values.value!, "trueRange", DOLLARS);
});

test("by hand: a gap counts", () => {
  const bars = [aBarOf(20, 21, 19, 20), aBarOf(29, 30, 28, 29)];
  expect(runBars(trueRange, {}, bars).value).toEqual([undefined, 10_000_000]);
});
