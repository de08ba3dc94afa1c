import { SKIP, defineSeries, period } from "../indicator.ts";
import { type Window, makeWindow, push } from "../parts/window.ts";

type MomentumState = { window: Window; seen: number; change: number };

/** How much the price has changed. */
export const momentum = defineSeries({
  name: "momentum",
  title: "Momentum",
  doc: "The change over the last bars.",
  formula: "x − x of `period` bars before",
  seeding: "the first bar that has one so long before it",
  source: { talib: "MOM" },
  params: { period: period(10) },
  memory: "window",
  missing: SKIP,
  barsNeeded: ({ period: length }) => length + 1,
  init: ({ period: length }): MomentumState => ({ window: makeWindow(length), seen: 0, change: 0 }),
  update: (state, x) => {
    if (state.seen <= state.window.items.length) state.seen += 1;
    state.change = x - push(state.window, x);
  },
  outputs: {
    value: {
      unit: "input",
      doc: "the change",
      read: ({ window, seen, change }) => (seen > window.items.length ? change : undefined),
    },
  },
});
