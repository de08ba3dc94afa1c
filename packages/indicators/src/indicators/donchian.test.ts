import { expect, test } from "vitest";
import { aBarOf, DOLLARS, expectTalib, runBars, runGolden } from "../testing/golden.ts";
import { donchian } from "./donchian.ts";

test("equals TA-Lib from its first value", () => {
  const values = runGolden(donchian, { period: 20 });
  expectTalib(values.upper!, "donchianUpper", DOLLARS);
  expectTalib(values.lower!, "donchianLower", DOLLARS);
});

test("by hand: this bar is part of it", () => {
  const { upper, middle, lower } = runBars(donchian, { period: 2 }, [aBarOf(5, 6, 4, 5), aBarOf(7, 9, 6, 8)]);
  expect([upper!.at(-1), middle!.at(-1), lower!.at(-1)]).toEqual([9_000_000, 6_500_000, 4_000_000]);
});
