import { type IndicatorBar, SKIP, defineBar, period } from "../indicator.ts";
import { type Wilder, isWarmWilder, makeWilder, pushWilder, wilderOf } from "../parts/smoothing.ts";
import { trueRange } from "../parts/true-range.ts";

/** A type, not an interface: only that is plain JSON to the compiler. */
export type AtrState = Wilder & {
  /** Close of the last bar; `null` before the first. */
  lastClosePx: number | null;
};
export type AtrBar = Pick<IndicatorBar, "highPx" | "lowPx" | "closePx">;

/** How far a bar usually reaches. */
export const atr = defineBar({
  name: "atr",
  title: "Average true range",
  doc: "How far a bar reaches on average, gaps included.",
  formula: "Wilder's average of max(high − low, |high − close before|, |low − close before|)",
  seeding:
    "the first bar gives only its close, then the mean of `period` true ranges, as TA-Lib does. Tulip and trading-signals count the first bar's range too and agree after some 195 bars; indicatorts averages plainly and never does",
  source: { talib: "ATR" },
  params: { period: period(14) },
  memory: "recursive",
  missing: SKIP,
  barsNeeded: ({ period: length }) => length + 1,
  init: ({ period: length }): AtrState => ({ ...makeWilder(length), lastClosePx: null }),
  update: (state, bar: AtrBar) => {
    const before = state.lastClosePx;
    state.lastClosePx = bar.closePx;
    if (before !== null) pushWilder(state, trueRange(bar, before));
  },
  outputs: { value: { unit: "price", doc: "the average range", ready: isWarmWilder, read: wilderOf } },
});

/** The average range in micros of price, a double; `undefined` while it is cold. */
export const atrOf = (state: AtrState): number | undefined => wilderOf(state);
