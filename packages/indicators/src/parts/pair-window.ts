import { type ExactSum, addProductTo, centered, zeroSum } from "./exact-sum.ts";
import { type SquareWindow, isFullSquare, makeSquareWindow, pushSquare } from "./window.ts";

/** The last pairs of numbers with every sum that a correlation needs, exact. */
export type PairWindow = { x: SquareWindow; y: SquareWindow; products: ExactSum };

export const makePairWindow = (length: number): PairWindow => ({
  x: makeSquareWindow(length),
  y: makeSquareWindow(length),
  products: zeroSum(),
});

export function pushPair({ x, y, products }: PairWindow, a: number, b: number): void {
  addProductTo(products, a, b);
  if (isFullSquare(x))
    addProductTo(products, -(x.window.items[x.window.at] as number), y.window.items[y.window.at] as number);
  pushSquare(x, a);
  pushSquare(y, b);
}

/** n² times variance of x, variance of y, and covariance; `undefined` before the window is full. */
export function spreads({ x, y, products }: PairWindow) {
  if (!isFullSquare(x)) return undefined;
  const n = x.window.items.length;
  return {
    x: centered(n, x.squares, x.sum, x.sum),
    y: centered(n, y.squares, y.sum, y.sum),
    xy: centered(n, products, x.sum, y.sum),
  };
}
