import type { Px } from "@bowline/kernel";
import { MOST_PX } from "./facts.ts";
import { CENT, ceilToCent, floorToCent } from "./cents.ts";

export type BracketSpec = { readonly stopAtr: number; readonly targetAtr: number };
export type BracketPrices = { readonly stopPx: Px; readonly targetLmtPx: Px };

/**
 * Stop and target around a price, in multiples of the ATR, on whole cents. Both are rounded away from the price and stand at
 * least a cent from it, so neither can be hit by the price itself; the size is made with the rounded stop.
 * `undefined` where a price would not be positive, or absurd.
 */
export function bracketPrices(
  long: boolean,
  refPx: Px,
  atr: number,
  { stopAtr, targetAtr }: BracketSpec,
): BracketPrices | undefined {
  const low = Math.min(refPx - (long ? stopAtr : targetAtr) * atr, refPx - CENT);
  const high = Math.max(refPx + (long ? targetAtr : stopAtr) * atr, refPx + CENT);
  if (low < CENT || high > MOST_PX) return undefined;
  const below = floorToCent(low);
  const above = ceilToCent(high);
  return long ? { stopPx: below, targetLmtPx: above } : { stopPx: above, targetLmtPx: below };
}
