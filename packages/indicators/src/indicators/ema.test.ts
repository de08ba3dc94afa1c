import { expect, test } from "vitest";
import { DOLLARS, expectTalib, runGolden, runNumbers } from "../testing/golden.ts";
import { ema } from "./ema.ts";

test("equals TA-Lib from its first value", () => {
  const values = runGolden(ema, { period: 20 });
  expectTalib(values.value!, "ema", DOLLARS);
});

test("by hand: seeded with the mean, then half of each step", () => {
  expect(runNumbers(ema, { period: 3 }, [1, 2, 6, 5, 4])).toEqual([undefined, undefined, 3, 4, 4]);
});
