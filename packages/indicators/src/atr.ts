import { type Px, assert } from "@bowline/kernel";
import { defineIndicator } from "./indicator.ts";

export type AtrParams = { readonly period: number };
export type AtrSample = { readonly highPx: Px; readonly lowPx: Px; readonly closePx: Px };

/** A type, not an interface: only that is plain JSON to the compiler. */
export type AtrState = {
  period: number;
  /** True ranges seen so far, counted up to the period. */
  count: number;
  /** Sum of the true ranges while warming up, the average afterwards; micros as a double. */
  average: number;
  /** Close of the last sample; `null` before the first. */
  lastClosePx: number | null;
};

/**
 * Average true range by Wilder, as TA-Lib computes it: the first sample gives only its close, the mean of the next `period`
 * true ranges is the first value, then average = (average × (period − 1) + range) ÷ period. In micros of price, as a double.
 */
export const atr = defineIndicator<AtrParams, AtrSample, AtrState>({
  name: "atr",
  init: ({ period }) => {
    assert(Number.isSafeInteger(period) && period >= 1, `ATR needs a whole period of at least 1: ${period}`);
    return { period, count: 0, average: 0, lastClosePx: null };
  },
  update: (state, sample) => {
    const before = state.lastClosePx;
    state.lastClosePx = sample.closePx;
    if (before === null) return;
    const range = trueRange(sample, before);
    if (state.count < state.period) {
      state.count += 1;
      state.average += range;
      if (state.count === state.period) state.average /= state.period;
      return;
    }
    state.average = (state.average * (state.period - 1) + range) / state.period;
  },
  value: (state) => (state.count < state.period ? undefined : state.average),
});

/** The larger of the sample's own range and its reach from the close before; whole micros, exact. */
const trueRange = ({ highPx, lowPx }: AtrSample, before: number): number =>
  Math.max(highPx - lowPx, Math.abs(highPx - before), Math.abs(lowPx - before));
