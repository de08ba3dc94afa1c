import { SKIP, defineSeries, factor, period } from "../indicator.ts";
import { deviationOf } from "../parts/deviation.ts";
import { type SquareWindow, isFullSquare, makeSquareWindow, meanOfSquare, pushSquareNear } from "../parts/window.ts";

type BollingerState = { squares: SquareWindow; deviations: number; middle: number; width: number; last: number };

const warm =
  (read: (state: BollingerState) => number) =>
  (state: BollingerState): number | undefined =>
    isFullSquare(state.squares) ? read(state) : undefined;

/** A mean with bands as wide as the price scatters. */
export const bollinger = defineSeries({
  name: "bollinger",
  title: "Bollinger bands",
  doc: "A mean with a band on either side, as many standard deviations away as asked.",
  formula: "middle = SMA(x); upper, lower = middle ± deviations × standard deviation (of the population)",
  seeding: "the first full window; both sums are exact, where TA-Lib's running sum of squares is off by some 2e-10",
  source: { talib: "BBANDS" },
  params: { period: period(20, 2), deviations: factor(2, 0.1, 10, "standard deviations from the mean to a band") },
  memory: "window",
  missing: SKIP,
  barsNeeded: ({ period: length }) => length,
  init: ({ period: length, deviations }): BollingerState => ({
    squares: makeSquareWindow(length),
    deviations,
    middle: 0,
    width: 0,
    last: 0,
  }),
  update: (state, x) => {
    pushSquareNear(state.squares, x);
    state.last = x;
    if (!isFullSquare(state.squares)) return;
    state.middle = meanOfSquare(state.squares);
    state.width = state.deviations * deviationOf(state.squares);
  },
  outputs: {
    middle: { unit: "input", doc: "the mean", read: warm(({ middle }) => middle) },
    upper: { unit: "input", doc: "the upper band", read: warm(({ middle, width }) => middle + width) },
    lower: { unit: "input", doc: "the lower band", read: warm(({ middle, width }) => middle - width) },
    bandwidth: {
      unit: "ratio",
      doc: "(upper − lower) ÷ middle; 0 where the middle is 0",
      read: warm(({ middle, width }) => (middle === 0 ? 0 : (2 * width) / middle)),
    },
    percentB: {
      unit: "ratio",
      doc: "(x − lower) ÷ (upper − lower): 0 on the lower band, 1 on the upper; no value where they are one",
      read: (state) =>
        isFullSquare(state.squares) && state.width > 0
          ? (state.last - state.middle + state.width) / (2 * state.width)
          : undefined,
    },
  },
});
