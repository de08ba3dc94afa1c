import { type ExactSum, addProductTo, addTo, zeroSum } from "./exact-sum.ts";

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
  const out = push(state.window, x);
  addTo(state.sum, x);
  if (out !== 0) addTo(state.sum, -out);
}

/** The mean of a full window. */
export const meanOf = ({ window, sum }: SumWindow): number | undefined =>
  isFull(window) ? sum.hi / window.items.length : undefined;

/** A window with the exact sums of its numbers and of their squares. */
export type SquareWindow = { window: Window; sum: ExactSum; squares: ExactSum };

export const makeSquareWindow = (length: number): SquareWindow => ({
  window: makeWindow(length),
  sum: zeroSum(),
  squares: zeroSum(),
});

export function pushSquare(state: SquareWindow, x: number): void {
  const out = push(state.window, x);
  addTo(state.sum, x);
  addProductTo(state.squares, x, x);
  if (out === 0) return;
  addTo(state.sum, -out);
  addProductTo(state.squares, -out, out);
}

export const isFullSquare = ({ window }: SquareWindow): boolean => isFull(window);
