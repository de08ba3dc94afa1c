import { expect, test } from "vitest";
import { DOLLARS, expectTalib, runGolden, runNumbers } from "../testing/golden.ts";
import { kama } from "./kama.ts";

test("equals TA-Lib from its first value", () => {
  const values = runGolden(kama, { period: 10 });
  expectTalib(values.value!, "kama", DOLLARS);
});

test("goes two thirds squared of each step where the price goes straight", () => {
  const values = runNumbers(kama, { period: 2 }, [0, 9, 18]);
  expect(values.slice(0, 2)).toEqual([undefined, undefined]);
  expect(values[2]).toBeCloseTo(9 + 9 * (4 / 9), 12);
});
