import { expect, test } from "vitest";
import { aBarOf, expectTalib, runBars, runGolden } from "../testing/golden.ts";
import { cci } from "./cci.ts";

test("equals TA-Lib from its first value", () => {
  const values = runGolden(cci, { period: 20 });
  expectTalib(values.value!, "cci");
});

test("by hand: one of two above the mean is 1 ÷ 0.015", () => {
  const bars = [aBarOf(4, 4, 4, 4), aBarOf(6, 6, 6, 6)];
  expect(runBars(cci, { period: 2 }, bars).value!.at(-1)).toBeCloseTo(1 / 0.015, 9);
});

test("is 0 where nothing scatters", () => {
  const bars = [aBarOf(4, 4, 4, 4), aBarOf(4, 4, 4, 4)];
  expect(runBars(cci, { period: 2 }, bars).value!.at(-1)).toBe(0);
});
