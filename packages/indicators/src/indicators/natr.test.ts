import { expect, test } from "vitest";
import { aBarOf, expectTalib, runBars, runGolden } from "../testing/golden.ts";
import { natr } from "./natr.ts";

test("equals TA-Lib from its first value", () => {
  const values = runGolden(natr, { period: 14 });
  expectTalib(values.value!, "natr");
});

test("by hand: a range of 2 on a close of 50", () => {
  const bars = [aBarOf(50, 51, 49, 50), aBarOf(50, 51, 49, 50)];
  expect(runBars(natr, { period: 1 }, bars).value).toEqual([undefined, 4]);
});
