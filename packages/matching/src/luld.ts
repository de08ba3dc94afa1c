import { STEPS_PER_MINUTE } from "./market.ts";

/**
 * The limit up/limit down plan as of its amendment 18, from memory: the reference price is the average of five minutes of trades and
 * moves only by a whole percent; the band is a part of it by tier and price, twice as wide for tier 1 in the last 25 minutes; a quote
 * that stands at a band for 15 seconds leads to a pause of five minutes. Prices in micros.
 */
export type Luld = {
  /** The bands in force for this step of regular hours; `undefined` while there is no reference. */
  bands(step: number): { readonly low: number; readonly high: number } | undefined;
  /** Takes over what the step traded, in whole units; a volume of 0 is no trade. */
  trade(step: number, wap: number, volume: number): void;
  /** Whether the quote stood at a band in this step; true where a pause begins with the next. */
  limit(isLimit: boolean): boolean;
  /** A reopening: its price is the reference. */
  restart(px: number): void;
};

export const PAUSE_STEPS = 5 * STEPS_PER_MINUTE;
const LIMIT_STEPS = 3;
const AVERAGE_STEPS = 5 * STEPS_PER_MINUTE;
const LAST_STEPS = 25 * STEPS_PER_MINUTE;
const MOVE = 0.01;
const DOLLAR = 1_000_000;
const CENT = 10_000;

/** How far a band lies from the reference, as a ratio. */
export function bandRatio(reference: number, tier: 1 | 2, isLate: boolean): number {
  if (reference < 0.75 * DOLLAR) return Math.min(0.75, (0.15 * DOLLAR) / reference) * (isLate ? 2 : 1);
  if (reference <= 3 * DOLLAR) return isLate ? 0.4 : 0.2;
  if (tier === 2) return 0.1;
  return isLate ? 0.1 : 0.05;
}

export function makeLuld(tier: 1 | 2, steps: number): Luld {
  const window: { step: number; value: number; volume: number }[] = [];
  let [reference, limits] = [0, 0];
  return {
    bands: (step) => {
      if (reference === 0) return undefined;
      const ratio = bandRatio(reference, tier, step >= steps - LAST_STEPS);
      const cents = (px: number) => Math.round(px / CENT) * CENT;
      return { low: Math.max(CENT, cents(reference * (1 - ratio))), high: cents(reference * (1 + ratio)) };
    },
    trade: (step, wap, volume) => {
      if (volume === 0) return;
      if (reference === 0) reference = wap;
      window.push({ step, value: wap * volume, volume });
      while ((window[0]?.step ?? step) <= step - AVERAGE_STEPS) window.shift();
      const total = window.reduce((sum, one) => sum + one.volume, 0);
      const average = window.reduce((sum, one) => sum + one.value, 0) / total;
      if (Math.abs(average / reference - 1) >= MOVE) reference = average;
    },
    limit: (isLimit) => {
      limits = isLimit ? limits + 1 : 0;
      if (limits < LIMIT_STEPS) return false;
      limits = 0;
      return true;
    },
    restart: (px) => {
      window.length = 0;
      reference = px;
      limits = 0;
    },
  };
}
