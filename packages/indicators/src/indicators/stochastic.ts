import { type IndicatorBar, SKIP, defineBar, period } from "../indicator.ts";
import { type Extreme, extremeOf, makeExtreme, pushExtreme } from "../parts/extreme.ts";
import { type SumWindow, makeSumWindow, meanOf, pushSum } from "../parts/sum-window.ts";

type StochasticState = { high: Extreme; low: Extreme; k: SumWindow; d: SumWindow };
type StochasticBar = Pick<IndicatorBar, "highPx" | "lowPx" | "closePx">;

/** Where the close stands between the extremes. */
export const stochastic = defineBar({
  name: "stochastic",
  title: "Stochastic oscillator",
  doc: "Where the close stands between the lowest low (0) and the highest high (100), smoothed twice.",
  formula:
    "raw = 100 × (close − lowest low) ÷ (highest high − lowest low) over `period` bars; k = SMA(raw, smoothing); d = SMA(k, signal)",
  seeding: "the first full windows; raw is 0 where highest and lowest are one, as TA-Lib has it",
  source: { talib: "STOCH with simple averages; smoothing 1 is STOCHF" },
  params: { period: period(14), smoothing: period(3), signal: period(3) },
  memory: "window",
  missing: SKIP,
  barsNeeded: ({ period: length, smoothing, signal }) => length + smoothing + signal - 2,
  init: ({ period: length, smoothing, signal }): StochasticState => ({
    high: makeExtreme(length, 1),
    low: makeExtreme(length, -1),
    k: makeSumWindow(smoothing),
    d: makeSumWindow(signal),
  }),
  update: (state, { highPx, lowPx, closePx }: StochasticBar) => {
    pushExtreme(state.high, highPx);
    pushExtreme(state.low, lowPx);
    const high = extremeOf(state.high);
    const low = extremeOf(state.low);
    if (high === undefined || low === undefined) return;
    pushSum(state.k, high === low ? 0 : (100 * (closePx - low)) / (high - low));
    const k = meanOf(state.k);
    if (k !== undefined) pushSum(state.d, k);
  },
  outputs: {
    k: { unit: "percent", doc: "the smoothed position", read: ({ k }) => meanOf(k) },
    d: { unit: "percent", doc: "its average", read: ({ d }) => meanOf(d) },
  },
});
