import { SKIP, defineBar } from "../indicator.ts";
import { trueRange as rangeOf } from "../parts/true-range.ts";
import type { AtrBar } from "./atr.ts";

type TrueRangeState = { last: number | null; range: number | null };

/** How far one bar reaches. */
export const trueRange = defineBar({
  name: "trueRange",
  title: "True range",
  doc: "How far the bar reaches, the gap before it included.",
  formula: "max(high − low, |high − close before|, |low − close before|)",
  seeding: "the second bar",
  source: { talib: "TRANGE" },
  params: {},
  memory: "window",
  missing: SKIP,
  barsNeeded: () => 2,
  init: (): TrueRangeState => ({ last: null, range: null }),
  update: (state, bar: AtrBar) => {
    if (state.last !== null) state.range = rangeOf(bar, state.last);
    state.last = bar.closePx;
  },
  outputs: { value: { unit: "price", doc: "the range", read: ({ range }) => range ?? undefined } },
});
