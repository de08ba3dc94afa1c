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

/**
 * A window with the exact sums of its numbers and of their squares, each less `anchor`: a whole price near them all, so that the
 * squares stay small.
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

/** The mean of a full window. */
export const meanOfSquare = ({ window, sum, anchor }: SquareWindow): number => {
  const n = window.items.length;
  return (sum.hi + n * (anchor ?? 0)) / n;
};

export const isFullSquare = ({ window }: SquareWindow): boolean => isFull(window);
