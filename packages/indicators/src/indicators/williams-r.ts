import { type IndicatorBar, SKIP, defineBar, period } from "../indicator.ts";
import { type Extreme, extremeOf, makeExtreme, pushExtreme } from "../parts/extreme.ts";

type WilliamsState = { high: Extreme; low: Extreme; close: number };

/** How far the close is below the highest high. */
export const williamsR = defineBar({
  name: "williamsR",
  title: "Williams %R",
  doc: "How far the close is below the highest high, in percent of the whole range: 0 on top, −100 at the bottom.",
  formula: "−100 × (highest high − close) ÷ (highest high − lowest low) over `period` bars",
  seeding: "the first full window; 0 where highest and lowest are one, as TA-Lib has it",
  source: { talib: "WILLR" },
  params: { period: period(14, 2) },
  memory: "window",
  missing: SKIP,
  barsNeeded: ({ period: length }) => length,
  init: ({ period: length }): WilliamsState => ({
    high: makeExtreme(length, 1),
    low: makeExtreme(length, -1),
    close: 0,
  }),
  update: (state, { highPx, lowPx, closePx }: Pick<IndicatorBar, "highPx" | "lowPx" | "closePx">) => {
    pushExtreme(state.high, highPx);
    pushExtreme(state.low, lowPx);
    state.close = closePx;
  },
  outputs: {
    value: {
      unit: "percent",
      doc: "−100 to 0",
      read: ({ high, low, close }) => {
        const top = extremeOf(high);
        const bottom = extremeOf(low);
        if (top === undefined || bottom === undefined) return undefined;
        return top === bottom ? 0 : (-100 * (top - close)) / (top - bottom) + 0;
      },
    },
  },
});
