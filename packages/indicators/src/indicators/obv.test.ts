import { expect, test } from "vitest";
import { aBarOf, DOLLARS, expectTalib, runBars, runGolden } from "../testing/golden.ts";
import { obv } from "./obv.ts";

test("equals TA-Lib from its first value", () => {
  const values = runGolden(obv, {});
  expectTalib(values.value!, "obv", DOLLARS);
});

test("by hand: up, level, down", () => {
  const bars = [5, 6, 6, 4].map((dollars) => aBarOf(dollars, dollars, dollars, dollars));
  expect(runBars(obv, {}, bars).value).toEqual([1e9, 2e9, 2e9, 1e9]);
});
