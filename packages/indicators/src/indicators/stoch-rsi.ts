import { SKIP, defineSeries, period } from "../indicator.ts";
import { type Extreme, extremeOf, makeExtreme, pushExtreme } from "../parts/extreme.ts";
import { type Gains, makeGains, pushGains } from "../parts/gains.ts";
import { type SumWindow, makeSumWindow, meanOf, pushSum } from "../parts/sum-window.ts";
import { rsiOf } from "./rsi.ts";

type StochRsiState = { rsi: Gains; high: Extreme; low: Extreme; k: number | null; d: SumWindow };

/** Where the RSI stands between its own extremes. */
export const stochRsi = defineSeries({
  name: "stochRsi",
  title: "Stochastic RSI",
  doc: "Where the RSI stands between its lowest (0) and its highest (100) of the last bars.",
  formula: "k = 100 × (rsi − lowest rsi) ÷ (highest rsi − lowest rsi) over `window` bars; d = SMA(k, signal)",
  seeding: "as RSI, then the first full windows; k is 0 where highest and lowest are one, as TA-Lib has it",
  source: { talib: "STOCHRSI with a simple average" },
  params: { period: period(14, 2), window: period(14), signal: period(3) },
  memory: "recursive",
  missing: SKIP,
  barsNeeded: ({ period: length, window, signal }) => length + window + signal - 1,
  init: ({ period: length, window, signal }): StochRsiState => ({
    rsi: makeGains(length),
    high: makeExtreme(window, 1),
    low: makeExtreme(window, -1),
    k: null,
    d: makeSumWindow(signal),
  }),
  update: (state, x) => {
    pushGains(state.rsi, x);
    const value = rsiOf(state.rsi);
    if (value === undefined) return;
    pushExtreme(state.high, value);
    pushExtreme(state.low, value);
    const high = extremeOf(state.high);
    const low = extremeOf(state.low);
    if (high === undefined || low === undefined) return;
    state.k = high === low ? 0 : (100 * (value - low)) / (high - low);
    pushSum(state.d, state.k);
  },
  outputs: {
    k: { unit: "percent", doc: "the position", read: ({ k }) => k ?? undefined },
    d: { unit: "percent", doc: "its average", read: ({ d }) => meanOf(d) },
  },
});
