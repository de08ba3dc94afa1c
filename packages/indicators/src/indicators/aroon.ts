import { type IndicatorBar, SKIP, defineBar, period } from "../indicator.ts";
import { type Extreme, extremeAge, extremeOf, makeExtreme, pushExtreme } from "../parts/extreme.ts";

type AroonState = { period: number; high: Extreme; low: Extreme };

const since = (extreme: Extreme, length: number): number | undefined =>
  extremeOf(extreme) === undefined ? undefined : (100 / length) * (length - extremeAge(extreme));

/** How long ago the extremes were. */
export const aroon = defineBar({
  name: "aroon",
  title: "Aroon",
  doc: "How lately the highest high and the lowest low came: 100 on this bar, 0 `period` bars ago.",
  formula:
    "up = 100 × (period − bars since the highest high of period + 1 bars) ÷ period; down likewise; oscillator = up − down",
  seeding: "the first full window of period + 1 bars; of equal extremes the latest counts",
  source: { talib: "AROON, AROONOSC" },
  params: { period: period(14, 2) },
  memory: "window",
  missing: SKIP,
  barsNeeded: ({ period: length }) => length + 1,
  init: ({ period: length }): AroonState => ({
    period: length,
    high: makeExtreme(length + 1, 1),
    low: makeExtreme(length + 1, -1),
  }),
  update: ({ high, low }, { highPx, lowPx }: Pick<IndicatorBar, "highPx" | "lowPx">) => {
    pushExtreme(high, highPx);
    pushExtreme(low, lowPx);
  },
  outputs: {
    oscillator: {
      unit: "percent",
      doc: "up less down",
      read: ({ high, low, period: length }) =>
        extremeOf(high) === undefined ? undefined : (100 / length) * (extremeAge(low) - extremeAge(high)),
    },
    up: { unit: "percent", doc: "of the highest high", read: (state) => since(state.high, state.period) },
    down: { unit: "percent", doc: "of the lowest low", read: (state) => since(state.low, state.period) },
  },
});
