import { type ExactSum, slide, slideProduct, zeroSum } from "./exact-sum.ts";

/** The last `items.length` numbers; `at` is where the next one goes, so also where the oldest is once it is full. */
export type Window = { items: number[]; at: number; count: number };

export const makeWindow = (length: number): Window => ({
  items: Array.from({ length }, () => 0),
  at: 0,
  count: 0,
});

export const isFull = ({ items, count }: Window): boolean => count === items.length;

/** Puts a number in, and gives the one that it pushed out; 0 while there was room. */
export function push(window: Window, x: number): number {
  const { items, at } = window;
  const out = items[at] as number;
  items[at] = x;
  window.at = at + 1 === items.length ? 0 : at + 1;
  if (window.count < items.length) window.count += 1;
  return out;
}

/** What the next push will push out of a full window. */
export const oldest = ({ items, at }: Window): number => items[at] as number;

/** A window with the exact sum of what is in it. */
export type SumWindow = { window: Window; sum: ExactSum };

export const makeSumWindow = (length: number): SumWindow => ({ window: makeWindow(length), sum: zeroSum() });

export function pushSum(state: SumWindow, x: number): void {
  slide(state.sum, x, push(state.window, x));
}

/** The mean of a full window. */
export const meanOf = ({ window, sum }: SumWindow): number | undefined =>
  isFull(window) ? sum.hi / window.items.length : undefined;

/**
 * A window with the exact sums of its numbers and of their squares, each less `anchor`: a whole price near them all, so that the
 * squares stay small. A price far from it costs time, not precision.
 */
export type SquareWindow = { window: Window; sum: ExactSum; squares: ExactSum; anchor: number | null };

export const makeSquareWindow = (length: number): SquareWindow => ({
  window: makeWindow(length),
  sum: zeroSum(),
  squares: zeroSum(),
  anchor: null,
});

export function pushSquare(state: SquareWindow, x: number): void {
  // Taking a whole number off a whole number is exact; of others nothing is taken.
  state.anchor ??= Number.isSafeInteger(x) ? x : 0;
  const item = x - state.anchor;
  const out = push(state.window, item);
  slide(state.sum, item, out);
  slideProduct(state.squares, item, item, out, out);
}

/** Four dollars in micros: of twenty numbers this near to their anchor, every sum that a deviation needs is below 2^53. */
const NEAR = 2 ** 22;

/**
 * As `pushSquare`, and moves the anchor where the price has gone away from it: for a whole window, so not more often than once
 * in a window, which leaves O(1) for each update.
 */
export function pushSquareNear(state: SquareWindow, x: number): void {
  pushSquare(state, x);
  const { window } = state;
  const from = state.anchor ?? 0;
  if (window.at !== 0 || from === 0 || Math.abs(x - from) <= NEAR || !Number.isSafeInteger(x)) return;
  state.anchor = x;
  state.sum = zeroSum();
  state.squares = zeroSum();
  window.items.forEach((item, index) => {
    const moved = item + (from - x);
    window.items[index] = moved;
    slide(state.sum, moved, 0);
    slideProduct(state.squares, moved, moved, 0, 0);
  });
}

/** The mean of a full window. */
export const meanOfSquare = ({ window, sum, anchor }: SquareWindow): number => {
  const n = window.items.length;
  return (sum.hi + n * (anchor ?? 0)) / n;
};

export const isFullSquare = ({ window }: SquareWindow): boolean => isFull(window);
