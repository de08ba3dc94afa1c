import { makePrng } from "@bowline/kernel";
import { STEPS_PER_MINUTE } from "./market.ts";

/** What stays the same about one synthetic symbol. Prices in dollars, volatilities per day as ratios. */
export type SymbolTraits = {
  readonly firstPrice: number;
  readonly dayVolatility: number;
  /** How far it follows the market and its group. */
  readonly marketBeta: number;
  readonly groupBeta: number;
  readonly sharesPerDay: number;
  /** Typical spread, as a ratio of the price. */
  readonly spread: number;
};

export function traitsOf(seed: string, symbol: string): SymbolTraits {
  const prng = makePrng(`${seed}/traits/${symbol}`);
  const between = (low: number, high: number) => low + (high - low) * prng.unit();
  return {
    firstPrice: Math.round(25 * 12 ** prng.unit() * 100) / 100,
    dayVolatility: between(0.012, 0.024),
    marketBeta: between(0.7, 1.4),
    groupBeta: between(0.5, 1.1),
    sharesPerDay: 1_500_000 * 15 ** prng.unit(),
    spread: between(0.00008, 0.0002),
  };
}

/** Parts of a step's variance that the market and the group explain; the rest is the symbol's own. */
export const MARKET_SHARE = 0.35;
export const GROUP_SHARE = 0.2;

/**
 * The drift that makes the next minutes a little like the last ones: an autoregression whose standard deviation is this part of a
 * step's noise and that halves in eight minutes. It is what a predictor from closed bars can find.
 */
export const DRIFT_TO_NOISE = 0.1;
export const DRIFT_KEPT_PER_STEP = 0.5 ** (1 / (8 * STEPS_PER_MINUTE));

/** How much busier and wilder the market is at its open and close than at noon; the mean over the session is 1. */
export function intradayShape(steps: number): { readonly volatility: Float64Array; readonly volume: Float64Array } {
  const volatility = new Float64Array(steps);
  const volume = new Float64Array(steps);
  for (let step = 0; step < steps; step++) {
    const position = (2 * (step + 0.5)) / steps - 1;
    const atOpen = Math.exp(-(position + 1) * 6);
    // The squares' means over the session are 1/3 and 1/12.
    volatility[step] = 0.75 + 0.45 * position * position + 1.2 * atOpen;
    volume[step] = 0.55 + 0.9 * position * position + 1.8 * atOpen;
  }
  return { volatility, volume };
}
