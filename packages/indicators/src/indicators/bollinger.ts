import { SKIP, defineSeries, factor, period } from "../indicator.ts";
import {
  type NearWindow,
  bandOf,
  deviationOf,
  isFullNear,
  lastOfNear,
  makeNearWindow,
  meanOfNear,
  pushNear,
} from "../parts/near-window.ts";

type BollingerState = NearWindow & { deviations: number };

/** From the middle to a band. */
const widthOf = (state: BollingerState): number => state.deviations * deviationOf(state);

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
  init: ({ period: length, deviations }): BollingerState => {
    // Named one by one: V8 keeps inside an object what its literal names, and puts elsewhere what a spread is followed by.
    const { items, at, count, anchor, reach, sum, squares, far } = makeNearWindow(length);
    return { items, at, count, anchor, reach, sum, squares, far, deviations };
  },
  update: pushNear,
  outputs: {
    middle: {
      unit: "input",
      doc: "the mean",
      ready: isFullNear,
      read: (state) => (isFullNear(state) ? meanOfNear(state) : undefined),
    },
    upper: {
      unit: "input",
      doc: "the upper band",
      ready: isFullNear,
      read: (state) => (isFullNear(state) ? bandOf(state, state.deviations) : undefined),
    },
    lower: {
      unit: "input",
      doc: "the lower band",
      ready: isFullNear,
      read: (state) => (isFullNear(state) ? bandOf(state, -state.deviations) : undefined),
    },
    bandwidth: {
      unit: "ratio",
      doc: "(upper − lower) ÷ middle; 0 where the middle is 0",
      read: (state) => (isFullNear(state) ? bandwidthOf(state) : undefined),
    },
    percentB: {
      unit: "ratio",
      doc: "(x − lower) ÷ (upper − lower): 0 on the lower band, 1 on the upper; no value where they are one",
      read: (state) => (isFullNear(state) ? percentBOf(state) : undefined),
    },
  },
});

function bandwidthOf(state: BollingerState): number {
  const middle = meanOfNear(state);
  return middle === 0 ? 0 : (2 * widthOf(state)) / middle;
}

function percentBOf(state: BollingerState): number | undefined {
  const width = widthOf(state);
  return width > 0 ? (lastOfNear(state) - meanOfNear(state) + width) / (2 * width) : undefined;
}
