import { SKIP, defineBar, period } from "../indicator.ts";
import { type ExactSum, addProductTo, zeroSum } from "../parts/exact-sum.ts";
import type { FlowBar } from "../parts/money-flow.ts";
import { type Window, isFull, makeWindow, push } from "../parts/window.ts";

/** `prices` holds three typical prices, negative where they fell, 0 where they stayed. */
type MfiState = { prices: Window; volumes: Window; up: ExactSum; down: ExactSum; last: number | null };

/** An RSI of money. */
export const mfi = defineBar({
  name: "mfi",
  title: "Money flow index",
  doc: "The part of the money (typical price × volume) that went in bars that rose: an RSI weighted with volume.",
  formula:
    "100 × money of rising bars ÷ money of rising and falling bars, over `period` steps of (high + low + close) ÷ 3",
  seeding: "the first full window of steps; 0 where no money moved, as TA-Lib has it",
  source: { talib: "MFI" },
  params: { period: period(14, 2) },
  memory: "window",
  missing: SKIP,
  barsNeeded: ({ period: length }) => length + 1,
  init: ({ period: length }): MfiState => ({
    prices: makeWindow(length),
    volumes: makeWindow(length),
    up: zeroSum(),
    down: zeroSum(),
    last: null,
  }),
  update: (state, { highPx, lowPx, closePx, volume }: FlowBar) => {
    const price = highPx + lowPx + closePx;
    const { last } = state;
    state.last = price;
    if (last === null) return;
    const signed = price > last ? price : price < last ? -price : 0;
    const outPrice = push(state.prices, signed);
    const outVolume = push(state.volumes, volume);
    count(state, signed, volume);
    count(state, outPrice, -outVolume);
  },
  outputs: {
    value: {
      unit: "percent",
      doc: "0 to 100",
      read: ({ prices, up, down }) => {
        if (!isFull(prices)) return undefined;
        const all = up.hi + down.hi;
        return all === 0 ? 0 : 100 * (up.hi / all);
      },
    },
  },
});

function count({ up, down }: MfiState, signed: number, volume: number): void {
  if (signed > 0) addProductTo(up, signed, volume);
  else if (signed < 0) addProductTo(down, -signed, volume);
}
