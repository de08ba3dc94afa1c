import { SKIP, defineSeries, period } from "../indicator.ts";
import { centered } from "../parts/exact-sum.ts";
import { barsPerYear } from "../parts/per-year.ts";
import { type SquareWindow, isFullSquare, makeSquareWindow, pushSquare } from "../parts/window.ts";

type VolatilityState = { returns: SquareWindow; last: number | null; perYear: number };

/** How much the price moves from close to close. */
export const realisedVolatility = defineSeries({
  name: "realisedVolatility",
  title: "Realised volatility, close to close",
  doc: "The standard deviation of the last logarithmic returns, for a year.",
  formula: "√(Σ (r − mean)² ÷ (period − 1) × barsPerYear), r = ln(x ÷ x before)",
  seeding: "the first full window of returns; of the sample, mean taken off",
  source: { citation: "J. Hull, Options, Futures, and Other Derivatives, estimating volatility from historical data" },
  params: { period: period(20, 2, "returns"), barsPerYear },
  memory: "window",
  missing: SKIP,
  barsNeeded: ({ period: length }) => length + 1,
  init: ({ period: length, barsPerYear: perYear }): VolatilityState => ({
    returns: makeSquareWindow(length),
    last: null,
    perYear,
  }),
  update: (state, x) => {
    const { last } = state;
    // A price of nothing has no logarithm: it is no price.
    if (x <= 0) return;
    state.last = x;
    if (last !== null) pushSquare(state.returns, Math.log(x / last));
  },
  outputs: {
    value: {
      unit: "ratio",
      doc: "0.2 is 20 % a year",
      read: ({ returns, perYear }) => {
        if (!isFullSquare(returns)) return undefined;
        const n = returns.window.items.length;
        const spread = centered(n, returns.squares, returns.sum, returns.sum);
        return spread > 0 ? Math.sqrt((spread / (n * (n - 1))) * perYear) : 0;
      },
    },
  },
});
