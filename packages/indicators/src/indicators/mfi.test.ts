import { expect, test } from "vitest";
import { aBarOf, expectTalib, runBars, runGolden } from "../testing/golden.ts";
import { mfi } from "./mfi.ts";

test("equals TA-Lib from its first value", () => {
  const values = runGolden(mfi, { period: 14 });
  expectTalib(values.value!, "mfi");
});

test("by hand: 1,000 shares at 6 went up, 1,000 at 4 down", () => {
  const bars = [aBarOf(5, 5, 5, 5), aBarOf(6, 6, 6, 6), aBarOf(4, 4, 4, 4)];
  expect(runBars(mfi, { period: 2 }, bars).value!.at(-1)).toBe(60);
});

test("is 0 where no money moved", () => {
  const bars = [aBarOf(5, 5, 5, 5), aBarOf(5, 5, 5, 5), aBarOf(5, 5, 5, 5)];
  expect(runBars(mfi, { period: 2 }, bars).value!.at(-1)).toBe(0);
});
