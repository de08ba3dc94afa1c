import { expect, test } from "vitest";
import { expectTalib, runGolden, runNumbers } from "../testing/golden.ts";
import { chandeMomentum } from "./chande-momentum.ts";

test("equals TA-Lib from its first value", () => {
  expectTalib(runGolden(chandeMomentum, { period: 14 }).value!, "cmo");
});

test("by hand: three up, one down", () => {
  expect(runNumbers(chandeMomentum, { period: 2 }, [10, 13, 12])).toEqual([undefined, undefined, 50]);
  expect(runNumbers(chandeMomentum, { period: 2 }, [1, 1, 1]).at(-1)).toBe(0);
});
