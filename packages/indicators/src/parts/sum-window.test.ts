import fc from "fast-check";
import { expect, test } from "vitest";
import { isFullSum, makeSumWindow, meanOf, pushSum, sumOf } from "./sum-window.ts";

const LENGTH = 4;
const pushAll = (numbers: readonly number[]) => {
  const window = makeSumWindow(LENGTH);
  for (const x of numbers) pushSum(window, x);
  return window;
};

test("the sum is the exact one rounded, of whole numbers small and large", () => {
  const anyWhole = fc.oneof(fc.integer(), fc.maxSafeInteger());
  fc.assert(
    fc.property(fc.array(anyWhole, { minLength: LENGTH, maxLength: 40 }), (numbers) => {
      const exact = numbers.slice(-LENGTH).reduce((sum, x) => sum + BigInt(x), 0n);
      const window = pushAll(numbers);
      expect(sumOf(window)).toBe(Number(exact));
      expect(meanOf(window)).toBe(Number(exact) / LENGTH);
    }),
  );
});

test("has no mean before it is full", () => {
  const window = pushAll([1, 2, 3]);
  expect([isFullSum(window), meanOf(window)]).toEqual([false, undefined]);
  pushSum(window, 4);
  expect([isFullSum(window), meanOf(window)]).toEqual([true, 2.5]);
});

test("forgets numbers that are not whole without a rest", () => {
  expect(sumOf(pushAll([0.1, 0.2, 0.7, 1e15, 1, 2, 3, 4]))).toBe(10);
});
