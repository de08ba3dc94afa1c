import { SKIP, defineSeries, period } from "../indicator.ts";
import { deviationOf } from "../parts/deviation.ts";
import { type SquareWindow, isFullSquare, makeSquareWindow, meanOfSquare, pushSquareNear } from "../parts/window.ts";

type ZScoreState = { squares: SquareWindow; last: number };

/** How unusual the last bar is among its neighbours. */
export const zScore = defineSeries({
  name: "zScore",
  title: "Z-score",
  doc: "How many standard deviations the last bar is from the mean of the window, itself included.",
  formula: "(x − mean) ÷ standard deviation (of the population)",
  seeding: "the first full window",
  source: { citation: "the standard score of statistics, with TA-Lib's STDDEV (population) below" },
  params: { period: period(20, 2) },
  memory: "window",
  missing: SKIP,
  barsNeeded: ({ period: length }) => length,
  init: ({ period: length }): ZScoreState => ({ squares: makeSquareWindow(length), last: 0 }),
  update: (state, x) => {
    pushSquareNear(state.squares, x);
    state.last = x;
  },
  outputs: {
    value: {
      unit: "number",
      doc: "deviations from the mean; no value where nothing scatters",
      read: ({ squares, last }) => {
        if (!isFullSquare(squares)) return undefined;
        const deviation = deviationOf(squares);
        return deviation === 0 ? undefined : (last - meanOfSquare(squares)) / deviation;
      },
    },
  },
});
