import { SKIP, defineSeries, period } from "../indicator.ts";
import { type Wma, makeWma, pushWma, wmaOf } from "../parts/wma.ts";

type HmaState = { whole: Wma; half: Wma; smooth: Wma };

const half = (length: number): number => Math.max(1, Math.floor(length / 2));
const root = (length: number): number => Math.max(1, Math.floor(Math.sqrt(length)));

/** Smooth and fast at once: a short average leads, a long one is taken off. */
export const hma = defineSeries({
  name: "hma",
  title: "Hull moving average",
  doc: "A weighted mean with little lag: twice the mean of half the window, less that of the whole, smoothed a little.",
  formula: "WMA over ⌊√period⌋ bars of (2 × WMA(x, ⌊period ÷ 2⌋) − WMA(x, period))",
  seeding: "the first full windows",
  source: {
    citation: "Alan Hull, alanhull.com/hull-moving-average; halves and roots rounded down, as he writes Integer()",
  },
  params: { period: period(16, 2) },
  memory: "window",
  missing: SKIP,
  barsNeeded: ({ period: length }) => length + root(length) - 1,
  init: ({ period: length }): HmaState => ({
    whole: makeWma(length),
    half: makeWma(half(length)),
    smooth: makeWma(root(length)),
  }),
  update: (state, x) => {
    pushWma(state.whole, x);
    pushWma(state.half, x);
    const slow = wmaOf(state.whole);
    const fast = wmaOf(state.half);
    if (slow !== undefined && fast !== undefined) pushWma(state.smooth, 2 * fast - slow);
  },
  outputs: { value: { unit: "input", doc: "the average", read: ({ smooth }) => wmaOf(smooth) } },
});
