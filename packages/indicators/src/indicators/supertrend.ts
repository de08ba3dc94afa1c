import { type IndicatorBar, SKIP, defineBar, factor, period } from "../indicator.ts";
import { wilderOf } from "../parts/smoothing.ts";
import { type AtrState, atr } from "./atr.ts";

type SupertrendState = {
  range: AtrState;
  multiple: number;
  /** Bands of the last warm bar; `null` before. */
  bands: { upper: number; lower: number } | null;
  up: boolean;
};
type Bar = Pick<IndicatorBar, "highPx" | "lowPx" | "closePx">;

/** A band on the side that the price left behind. */
export const supertrend = defineBar({
  name: "supertrend",
  title: "Supertrend",
  doc: "A band that only moves with the trend, and changes sides when the close crosses it.",
  formula:
    "bands at (high + low) ÷ 2 ± multiple × ATR; the lower one never falls and the upper one never rises unless the close before was beyond it; the trend turns where the close passes the band",
  seeding: "as ATR; the first band is the upper one (trend down)",
  source: { citation: "TradingView, ta.supertrend(factor 3, atrPeriod 10), with TA-Lib's seeding of the ATR" },
  params: { period: period(10), multiple: factor(3, 0.1, 20, "average ranges from the middle to a band") },
  memory: "recursive",
  missing: SKIP,
  barsNeeded: ({ period: length }) => length + 1,
  init: ({ period: length, multiple }): SupertrendState => ({
    range: atr.init({ period: length }),
    multiple,
    bands: null,
    up: false,
  }),
  update: (state, bar: Bar) => {
    const before = state.range.lastClosePx;
    atr.update(state.range, bar);
    const range = wilderOf(state.range);
    if (range === undefined || before === null) return;
    const middle = (bar.highPx + bar.lowPx) / 2;
    const reach = state.multiple * range;
    const last = state.bands;
    const bands = { upper: middle + reach, lower: middle - reach };
    if (last !== null && bands.lower <= last.lower && before >= last.lower) bands.lower = last.lower;
    if (last !== null && bands.upper >= last.upper && before <= last.upper) bands.upper = last.upper;
    if (last !== null) state.up = state.up ? bar.closePx >= bands.lower : bar.closePx > bands.upper;
    state.bands = bands;
  },
  outputs: {
    value: {
      unit: "price",
      doc: "the band",
      read: ({ bands, up }) => (bands === null ? undefined : up ? bands.lower : bands.upper),
    },
    side: {
      unit: "number",
      doc: "1 in an up-trend, −1 in a down-trend",
      read: ({ bands, up }) => (bands === null ? undefined : up ? 1 : -1),
    },
  },
});
