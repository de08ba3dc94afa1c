import { expect, test } from "vitest";
import { aBarOf, expectTalib, runBars, runGolden } from "../testing/golden.ts";
import { adx } from "./adx.ts";

test("equals TA-Lib from its first value", () => {
  const values = runGolden(adx, { period: 14 });
  expectTalib(values.adx!, "adx");
  expectTalib(values.plusDi!, "plusDi");
  expectTalib(values.minusDi!, "minusDi");
  expectTalib(values.dx!, "dx");
});

test("bars without any range have no direction", () => {
  const bars = Array.from({ length: 6 }, () => aBarOf(5, 5, 5, 5));
  const values = runBars(adx, { period: 2 }, bars);
  expect([values.adx!.at(-1), values.plusDi!.at(-1), values.minusDi!.at(-1)]).toEqual([0, 0, 0]);
});
