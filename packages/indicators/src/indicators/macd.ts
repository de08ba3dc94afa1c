import { SKIP, defineSeries, period } from "../indicator.ts";
import { type Ema, emaOf, makeEma, pushEma } from "../parts/smoothing.ts";

type MacdState = { wait: number; fast: Ema; slow: Ema; signal: Ema; macd: number | null };

/** The distance of two averages, and its own average. */
export const macd = defineSeries({
  name: "macd",
  title: "Moving average convergence and divergence",
  doc: "How far a fast EMA is from a slow one, and an EMA of that distance to hold it against.",
  formula: "macd = EMA(x, fast) − EMA(x, slow); signal = EMA(macd, signal); histogram = macd − signal",
  seeding:
    "both EMAs have their first value on the same bar, as in TA-Lib: the fast one leaves out the first slow − fast bars. Tulip uses fixed factors (0.15, 0.075) for 12 and 26, and never agrees",
  source: { talib: "MACD" },
  params: { fast: period(12, 2), slow: period(26, 2), signal: period(9) },
  memory: "recursive",
  missing: SKIP,
  barsNeeded: ({ slow, signal }) => slow + signal - 1,
  conflict: ({ fast, slow }) => (fast < slow ? undefined : "`fast` must be less than `slow`"),
  init: ({ fast, slow, signal }): MacdState => ({
    wait: slow - fast,
    fast: makeEma(fast),
    slow: makeEma(slow),
    signal: makeEma(signal),
    macd: null,
  }),
  update: (state, x) => {
    pushEma(state.slow, x);
    if (state.wait > 0) {
      state.wait -= 1;
      return;
    }
    pushEma(state.fast, x);
    const slow = emaOf(state.slow);
    const fast = emaOf(state.fast);
    if (slow === undefined || fast === undefined) return;
    state.macd = fast - slow;
    pushEma(state.signal, state.macd);
  },
  outputs: {
    macd: { unit: "input", doc: "fast less slow", read: (state) => state.macd ?? undefined },
    signal: { unit: "input", doc: "the average of it", read: ({ signal }) => emaOf(signal) },
    histogram: {
      unit: "input",
      doc: "macd less signal",
      read: ({ macd: now, signal }) => {
        const average = emaOf(signal);
        return now === null || average === undefined ? undefined : now - average;
      },
    },
  },
});
