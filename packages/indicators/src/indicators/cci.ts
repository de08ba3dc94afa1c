import { type IndicatorBar, SKIP, defineBar, period } from "../indicator.ts";
import { below } from "../parts/order-tree.ts";
import { type OrderWindow, makeOrderWindow, pushOrder } from "../parts/order-window.ts";
import { isFull } from "../parts/window.ts";

/** Holds three typical prices a bar: whole micros, so that the sums are exact. */
type CciState = { prices: OrderWindow; last: number };

/** How unusual the price is, in mean deviations. */
export const cci = defineBar({
  name: "cci",
  title: "Commodity channel index",
  doc: "How far the typical price is from its mean, in mean absolute deviations: most values lie between −100 and 100.",
  formula: "(t − mean of t) ÷ (0.015 × mean of |t − mean of t|), t = (high + low + close) ÷ 3, over `period` bars",
  seeding: "the first full window; 0 where nothing scatters, as TA-Lib has it",
  source: { talib: "CCI" },
  params: { period: period(20, 2) },
  memory: "window",
  missing: SKIP,
  barsNeeded: ({ period: length }) => length,
  init: ({ period: length }): CciState => ({ prices: makeOrderWindow(length), last: 0 }),
  update: (state, { highPx, lowPx, closePx }: Pick<IndicatorBar, "highPx" | "lowPx" | "closePx">) => {
    state.last = highPx + lowPx + closePx;
    pushOrder(state.prices, state.last);
  },
  outputs: { value: { unit: "number", doc: "the index", read: (state) => indexOf(state) } },
});

/** Both parts are n times what the formula says: whole numbers, so that what is near 0 is not lost in rounding. */
function indexOf({ prices: { window, tree }, last }: CciState): number | undefined {
  if (!isFull(window)) return undefined;
  const n = window.items.length;
  const all = tree.sums[tree.root] as number;
  const { count, sum } = below(tree, all / n);
  const scatter = n * all - 2 * n * sum + (2 * count - n) * all;
  const distance = n * last - all;
  return scatter === 0 || distance === 0 ? 0 : (distance * n) / (0.015 * scatter);
}
