import { expect, test } from "vitest";
import { expectTalib, runGolden, runNumbers } from "../testing/golden.ts";
import { rsi } from "./rsi.ts";

test("equals TA-Lib from its first value", () => {
  const values = runGolden(rsi, { period: 14 });
  expectTalib(values.value!, "rsi");
});

test("by hand: two steps of three went up, one of two down", () => {
  expect(runNumbers(rsi, { period: 2 }, [10, 13, 12])).toEqual([undefined, undefined, 75]);
});

test("is 100 when nothing fell, and 0 when nothing moved", () => {
  expect(runNumbers(rsi, { period: 2 }, [1, 2, 3]).at(-1)).toBe(100);
  expect(runNumbers(rsi, { period: 2 }, [1, 1, 1]).at(-1)).toBe(0);
});
