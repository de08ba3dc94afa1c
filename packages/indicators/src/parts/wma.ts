import { type ExactSum, addProductTo, addTo, slide, zeroSum } from "./exact-sum.ts";
import { type Window, isFull, makeWindow, push } from "./window.ts";

/** A mean with weights in a straight line: both sums are exact. */
export type Wma = { window: Window; sum: ExactSum; weighted: ExactSum };

export const makeWma = (length: number): Wma => ({ window: makeWindow(length), sum: zeroSum(), weighted: zeroSum() });

/** One bar on, every weight falls by one: the weighted sum loses the plain one, and gains the new number `length` times. */
export function pushWma(state: Wma, x: number): void {
  const { window, sum, weighted } = state;
  const length = window.items.length;
  addTo(weighted, -sum.hi);
  addTo(weighted, -sum.lo);
  addProductTo(weighted, length, x);
  const out = push(window, x);
  slide(sum, x, out);
}

export function wmaOf({ window, weighted }: Wma): number | undefined {
  const length = window.items.length;
  return isFull(window) ? weighted.hi / ((length * (length + 1)) / 2) : undefined;
}
