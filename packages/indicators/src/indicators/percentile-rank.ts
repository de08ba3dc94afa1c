import { SKIP, defineSeries, period } from "../indicator.ts";
import { atMost } from "../parts/order-tree.ts";
import { type OrderWindow, makeOrderWindow, pushOrder } from "../parts/order-window.ts";

type RankState = { before: OrderWindow; seen: number; rank: number };

/** How many of the bars before were lower. */
export const percentileRank = defineSeries({
  name: "percentileRank",
  title: "Percentile rank",
  doc: "The part of the bars before this one that were at or below it: 100 when none was higher.",
  formula: "100 × (number of the `period` bars before with a value ≤ x) ÷ period",
  seeding: "the first bar with a full window before it",
  source: {
    citation: "TradingView, ta.percentrank: how many previous values are less than or equal to the current one",
  },
  params: { period: period(100) },
  memory: "window",
  missing: SKIP,
  barsNeeded: ({ period: length }) => length + 1,
  init: ({ period: length }): RankState => ({ before: makeOrderWindow(length), seen: 0, rank: 0 }),
  update: (state, x) => {
    const { tree, window } = state.before;
    state.rank = atMost(tree, x);
    if (state.seen <= window.items.length) state.seen += 1;
    pushOrder(state.before, x);
  },
  outputs: {
    value: {
      unit: "percent",
      doc: "the rank",
      read: ({ before: { window }, seen, rank }) =>
        seen > window.items.length ? (100 * rank) / window.items.length : undefined,
    },
  },
});
