import { expect, test } from "vitest";
import { DOLLARS, aBarOf, expectTalib, runBars, runGolden } from "../testing/golden.ts";
import { atr } from "./atr.ts";

test("equals TA-Lib from its first value", () => {
  expectTalib(runGolden(atr, { period: 14 }).value!, "atr", DOLLARS);
});

test("by hand: period 3, with a gap up and a gap down", () => {
  // Ranges after the first close: 4 (own range), 10 (gap up to 30 from 20), 11 (down from 29 to 18), 2.
  const bars = [
    aBarOf(20, 22, 18, 20),
    aBarOf(20, 22, 18, 20),
    aBarOf(29, 30, 28, 29),
    aBarOf(19, 20, 18, 19),
    aBarOf(19, 20, 18, 19),
  ];
  const first = 25_000_000 / 3;
  expect(runBars(atr, { period: 3 }, bars).value).toEqual([
    undefined,
    undefined,
    undefined,
    first,
    (first * 2 + 2_000_000) / 3,
  ]);
});
