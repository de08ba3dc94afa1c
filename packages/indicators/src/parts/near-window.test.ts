import fc from "fast-check";
import { expect, test } from "vitest";
import { bandOf, deviationOf, isFullNear, lastOfNear, makeNearWindow, meanOfNear, pushNear } from "./near-window.ts";

const LENGTH = 5;
/** Whole prices near to each other, with leaps far away and back. */
const anyPrices = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: 99_000_000, max: 101_000_000 }) },
    { weight: 1, arbitrary: fc.integer({ min: 0, max: 900_000_000_000 }) },
  ),
  { minLength: LENGTH, maxLength: 60 },
);

/** n² times the variance, and the sum, without any rounding. */
function exactly(items: readonly number[]): { readonly sum: bigint; readonly spread: bigint } {
  const sum = items.reduce((all, x) => all + BigInt(x), 0n);
  const squares = items.reduce((all, x) => all + BigInt(x) ** 2n, 0n);
  return { sum, spread: BigInt(items.length) * squares - sum ** 2n };
}

test("mean and deviation are the exact ones rounded, however far the price leaps", () => {
  fc.assert(
    fc.property(anyPrices, (prices) => {
      const window = makeNearWindow(LENGTH);
      for (const x of prices.slice(0, LENGTH - 1)) pushNear(window, x);
      expect(isFullNear(window)).toBe(false);
      prices.slice(LENGTH - 1).forEach((x, index) => {
        pushNear(window, x);
        const { sum, spread } = exactly(prices.slice(index, index + LENGTH));
        expect(meanOfNear(window)).toBe(Number(sum) / LENGTH);
        expect(deviationOf(window)).toBe(Math.sqrt(Number(spread)) / LENGTH);
        expect(bandOf(window, 2)).toBeCloseTo(meanOfNear(window) + 2 * deviationOf(window), 3);
        expect(lastOfNear(window)).toBe(x);
      });
    }),
  );
});

test("comes back to plain sums once the price stays where it went", () => {
  const window = makeNearWindow(LENGTH);
  for (const x of [100_000_000, 100_010_000, 900_000_000]) pushNear(window, x);
  expect(window.far).not.toBeNull();
  for (let index = 0; index < 2 * LENGTH; index++) pushNear(window, 900_000_000 + index * 10_000);
  expect(window.far).toBeNull();
});

test("moves its anchor at once where the whole window is near the new price, and never counts far", () => {
  const window = makeNearWindow(LENGTH);
  const reach = Math.floor(Math.sqrt(Number.MAX_SAFE_INTEGER) / LENGTH);
  for (let step = 0; step < 100; step++) {
    pushNear(window, 100_000_000 + step * Math.floor(reach / LENGTH));
    expect(window.far).toBeNull();
  }
  expect(window.anchor).toBeGreaterThan(100_000_000 + reach);
});

test("the bands of prices that stand still are their mean", () => {
  const window = makeNearWindow(3);
  for (let index = 0; index < 3; index++) pushNear(window, 33_330_001);
  expect([bandOf(window, 2), bandOf(window, -2)]).toEqual([33_330_001, 33_330_001]);
});

test("takes numbers that are not whole", () => {
  const window = makeNearWindow(2);
  for (const x of [0.5, 1.5, 2.5]) pushNear(window, x);
  expect([meanOfNear(window), deviationOf(window)]).toEqual([2, 0.5]);
});
