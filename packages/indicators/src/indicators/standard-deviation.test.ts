import { expect, test } from "vitest";
import { DOLLARS, expectTalib, runGolden, runNumbers } from "../testing/golden.ts";
import { standardDeviation } from "./standard-deviation.ts";

test("equals TA-Lib from its first value", () => {
  const values = runGolden(standardDeviation, { period: 20 });
  expectTalib(values.value!, "standardDeviation", DOLLARS);
});

test("by hand: of the population", () => {
  expect(runNumbers(standardDeviation, { period: 4 }, [2, 4, 4, 6]).at(-1)).toBe(Math.sqrt(2));
});

test("of equal prices is exactly nothing, whatever came before", () => {
  const dear = 699_999_123_457;
  expect(runNumbers(standardDeviation, { period: 3 }, [5, 9e12, dear, dear, dear]).at(-1)).toBe(0);
});
