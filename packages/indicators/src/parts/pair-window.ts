import { type ExactSum, centered, slideProduct, zeroSum } from "./exact-sum.ts";
import { type SquareWindow, isFullSquare, makeSquareWindow, oldest, pushSquare } from "./window.ts";

/** The last pairs of numbers with every sum that a correlation needs, exact. */
export type PairWindow = { x: SquareWindow; y: SquareWindow; products: ExactSum };

export const makePairWindow = (length: number): PairWindow => ({
  x: makeSquareWindow(length),
  y: makeSquareWindow(length),
  products: zeroSum(),
});

export function pushPair({ x, y, products }: PairWindow, a: number, b: number): void {
  const outX = oldest(x.window);
  const outY = oldest(y.window);
  pushSquare(x, a);
  pushSquare(y, b);
  // Numbers less their anchors: that changes no covariance.
  slideProduct(products, a - (x.anchor ?? 0), b - (y.anchor ?? 0), outX, outY);
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
