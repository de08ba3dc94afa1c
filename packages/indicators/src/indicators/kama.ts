import { SKIP, defineSeries, period } from "../indicator.ts";
import { type ExactSum, addTo, zeroSum } from "../parts/exact-sum.ts";
import { type Window, isFull, makeWindow, oldest, push } from "../parts/window.ts";

type KamaState = { window: Window; moves: Window; way: ExactSum; last: number | null; average: number; warm: boolean };

/** Speeds of EMAs over 2 and over 30 bars: Kaufman's own, and TA-Lib's. */
const FAST = 2 / 3;
const SLOW = 2 / 31;

/** Follows a trend quickly and noise hardly. */
export const kama = defineSeries({
  name: "kama",
  title: "Kaufman's adaptive moving average",
  doc: "An average that is fast where the price goes straight, and slow where it goes to and fro.",
  formula: "kama += (x − kama) × (e × (2⁄3 − 2⁄31) + 2⁄31)², e = |x − x of `period` bars before| ÷ Σ |steps between|",
  seeding: "the bar before the first value stands in for the average before",
  source: { talib: "KAMA" },
  params: { period: period(10, 2) },
  memory: "recursive",
  missing: SKIP,
  barsNeeded: ({ period: length }) => length + 1,
  init: ({ period: length }): KamaState => ({
    window: makeWindow(length),
    moves: makeWindow(length),
    way: zeroSum(),
    last: null,
    average: 0,
    warm: false,
  }),
  update: (state, x) => {
    const { window, moves, way, last } = state;
    if (last !== null) {
      const move = Math.abs(x - last);
      const out = push(moves, move);
      addTo(way, move);
      if (out !== 0) addTo(way, -out);
    }
    if (last !== null && isFull(window)) {
      const speed = (efficiency(x - oldest(window), way.hi) * (FAST - SLOW) + SLOW) ** 2;
      const before = state.warm ? state.average : last;
      state.average = (x - before) * speed + before;
      state.warm = true;
    }
    push(window, x);
    state.last = x;
  },
  outputs: {
    value: { unit: "input", doc: "the average", read: ({ warm, average }) => (warm ? average : undefined) },
  },
});

/** TA-Lib takes 1 where the way is no longer than the gain, and where there was no way at all. */
const efficiency = (gain: number, way: number): number => (way <= gain || way === 0 ? 1 : Math.abs(gain / way));
