import { expect, test } from "vitest";
import { aBarOf, DOLLARS, expectTalib, runBars, runGolden } from "../testing/golden.ts";
import { parabolicSar } from "./parabolic-sar.ts";

test("equals TA-Lib from its first value", () => {
  const values = runGolden(parabolicSar, { step: 0.02, most: 0.2 });
  expectTalib(values.value!, "parabolicSar", DOLLARS);
});

test("by hand: a long stop below, then above after it is touched", () => {
  const bars = [aBarOf(10, 11, 9, 10), aBarOf(11, 12, 10, 11), aBarOf(9, 10, 7, 8)];
  const { value, side } = runBars(parabolicSar, {}, bars);
  expect(value).toEqual([undefined, 9_000_000, 12_000_000]);
  expect(side).toEqual([undefined, 1, -1]);
});

test("a step above the highest speed is refused", () => {
  expect(parabolicSar.conflict?.({ step: 0.3, most: 0.2 })).toContain("above");
});
