import { expect, test } from "vitest";
import { aBarOf, DOLLARS, expectTalib, runBars, runGolden } from "../testing/golden.ts";
import { bollinger } from "./bollinger.ts";

test("equals TA-Lib from its first value", () => {
  const values = runGolden(bollinger, { period: 20, deviations: 2 });
  expectTalib(values.upper!, "bollinger", DOLLARS);
  expectTalib(values.middle!, "bollinger", DOLLARS, 1);
  expectTalib(values.lower!, "bollinger", DOLLARS, 2);
});

test("by hand: bands, their width, and where the price is between them", () => {
  const bars = [2, 4, 4, 6].map((dollars) => aBarOf(dollars, dollars, dollars, dollars));
  const { bandwidth, percentB } = runBars(bollinger, { period: 4, deviations: 1 }, bars);
  expect(bandwidth!.at(-1)).toBeCloseTo((2 * Math.sqrt(2)) / 4, 12);
  expect(percentB!.at(-1)).toBeCloseTo((2 + Math.sqrt(2)) / (2 * Math.sqrt(2)), 12);
});

test("where nothing scatters the price is nowhere between the bands", () => {
  const bars = [4, 4, 4].map((dollars) => aBarOf(dollars, dollars, dollars, dollars));
  expect(runBars(bollinger, { period: 3 }, bars).percentB!.at(-1)).toBeUndefined();
});
