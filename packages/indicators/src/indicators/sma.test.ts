import { expect, test } from "vitest";
import { DOLLARS, expectTalib, runGolden, runNumbers } from "../testing/golden.ts";
import { sma } from "./sma.ts";

test("equals TA-Lib from its first value", () => {
  const values = runGolden(sma, { period: 20 });
  expectTalib(values.value!, "sma", DOLLARS);
});

test("by hand: the mean of three", () => {
  expect(runNumbers(sma, { period: 3 }, [1, 2, 6, 10])).toEqual([undefined, undefined, 3, 6]);
});

test("what left the window leaves nothing behind, however large it was", () => {
  const values = runNumbers(sma, { period: 2 }, [0.1, 9e15, 0.1, 0.2, 0.3]);
  expect(values.slice(3)).toEqual([(0.1 + 0.2) / 2, 0.25]);
});
