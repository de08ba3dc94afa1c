import { SKIP, defineSeries, period } from "../indicator.ts";
import {
  type NearWindow,
  deviationOf,
  isFullNear,
  makeNearWindow,
  meanOfNear,
  pushNear,
} from "../parts/near-window.ts";

type ZScoreState = { squares: NearWindow; last: number };

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
  init: ({ period: length }): ZScoreState => ({ squares: makeNearWindow(length), last: 0 }),
  update: (state, x) => {
    pushNear(state.squares, x);
    state.last = x;
  },
  outputs: {
    value: {
      unit: "number",
      doc: "deviations from the mean; no value where nothing scatters",
      read: ({ squares, last }) => {
        if (!isFullNear(squares)) return undefined;
        const deviation = deviationOf(squares);
        return deviation === 0 ? undefined : (last - meanOfNear(squares)) / deviation;
      },
    },
  },
});
