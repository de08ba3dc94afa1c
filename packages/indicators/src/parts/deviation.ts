import { centered } from "./exact-sum.ts";
import type { SquareWindow } from "./window.ts";

/** Standard deviation of the population in a full window: exact sums, one rounding, then a root. */
export function deviationOf({ window, sum, squares }: SquareWindow): number {
  const n = window.items.length;
  const spread = centered(n, squares, sum, sum);
  return spread > 0 ? Math.sqrt(spread) / n : 0;
}
