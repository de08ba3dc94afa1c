import { SKIP, defineSeries, period } from "../indicator.ts";
import { type Window, makeWindow, push } from "../parts/window.ts";

type RocState = { window: Window; seen: number; before: number; now: number };

/** How much the price has changed, in percent. */
export const roc = defineSeries({
  name: "roc",
  title: "Rate of change",
  doc: "The change over the last bars, in percent.",
  formula: "100 × (x ÷ x of `period` bars before − 1)",
  seeding: "the first bar that has one so long before it",
  source: { talib: "ROC" },
  params: { period: period(10) },
  memory: "window",
  missing: SKIP,
  barsNeeded: ({ period: length }) => length + 1,
  init: ({ period: length }): RocState => ({ window: makeWindow(length), seen: 0, before: 0, now: 0 }),
  update: (state, x) => {
    const { window } = state;
    if (state.seen <= window.items.length) state.seen += 1;
    state.before = push(window, x);
    state.now = x;
  },
  outputs: {
    value: {
      unit: "percent",
      doc: "the change; 0 where the earlier number is 0, as TA-Lib has it",
      read: ({ window, seen, before, now }) => {
        if (seen <= window.items.length) return undefined;
        return before === 0 ? 0 : (now / before - 1) * 100;
      },
    },
  },
});
