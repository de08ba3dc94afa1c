import { SKIP, defineSeries, period } from "../indicator.ts";
import { type Ema, isWarmEma, makeEma, pushEma } from "../parts/smoothing.ts";

type MacdState = { wait: number; fast: Ema; slow: Ema; signal: Ema; macd: number };

/** Both have their first value on the same bar. */
const hasMacd = ({ fast }: MacdState): boolean => isWarmEma(fast);
const hasSignal = ({ signal }: MacdState): boolean => isWarmEma(signal);

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
    macd: 0,
  }),
  update: (state, x) => {
    pushEma(state.slow, x);
    if (state.wait > 0) {
      state.wait -= 1;
      return;
    }
    pushEma(state.fast, x);
    if (!isWarmEma(state.slow)) return;
    state.macd = state.fast.average - state.slow.average;
    pushEma(state.signal, state.macd);
  },
  outputs: {
    macd: {
      unit: "input",
      doc: "fast less slow",
      ready: hasMacd,
      read: (state) => (hasMacd(state) ? state.macd : undefined),
    },
    signal: {
      unit: "input",
      doc: "the average of it",
      ready: hasSignal,
      read: (state) => (hasSignal(state) ? state.signal.average : undefined),
    },
    histogram: {
      unit: "input",
      doc: "macd less signal",
      ready: hasSignal,
      read: (state) => (hasSignal(state) ? state.macd - state.signal.average : undefined),
    },
  },
});
