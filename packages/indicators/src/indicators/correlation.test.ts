import { expect, test } from "vitest";
import { expectTalib, runGolden, runNumbers } from "../testing/golden.ts";
import { correlation } from "./correlation.ts";

test("equals TA-Lib from its first value", () => {
  expectTalib(runGolden(correlation, { period: 30 }).value!, "correlation");
});

test("is 1 in step, −1 against it, and nothing where one stands still", () => {
  const of = (ys: number[]) => runNumbers(correlation, { period: 3 }, [1, 2, 3], ys).at(-1);
  expect([of([10, 20, 30]), of([3, 2, 1]), of([5, 5, 5])]).toEqual([1, -1, undefined]);
});
