import { type IndicatorBar, SKIP, defineBar, period } from "../indicator.ts";
import { type Extreme, extremeOf, makeExtreme, pushExtreme } from "../parts/extreme.ts";

type DonchianState = { high: Extreme; low: Extreme };

/** Where the last bars have been. */
export const donchian = defineBar({
  name: "donchian",
  title: "Donchian channel",
  doc: "The highest high and the lowest low of the last bars, this one included.",
  formula: "upper = max(high); lower = min(low); middle = (upper + lower) ÷ 2, over `period` bars",
  seeding: "the first full window",
  source: { talib: "MAX of the highs, MIN of the lows" },
  params: { period: period(20) },
  memory: "window",
  missing: SKIP,
  barsNeeded: ({ period: length }) => length,
  init: ({ period: length }): DonchianState => ({ high: makeExtreme(length, 1), low: makeExtreme(length, -1) }),
  update: ({ high, low }, { highPx, lowPx }: Pick<IndicatorBar, "highPx" | "lowPx">) => {
    pushExtreme(high, highPx);
    pushExtreme(low, lowPx);
  },
  outputs: {
    upper: { unit: "price", doc: "the highest high", read: ({ high }) => extremeOf(high) },
    middle: { unit: "price", doc: "half-way between", read: (state) => middleOf(state) },
    lower: { unit: "price", doc: "the lowest low", read: ({ low }) => extremeOf(low) },
  },
});

function middleOf({ high, low }: DonchianState): number | undefined {
  const top = extremeOf(high);
  const bottom = extremeOf(low);
  return top === undefined || bottom === undefined ? undefined : (top + bottom) / 2;
}
