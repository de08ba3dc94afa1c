import { type Px, px } from "@bowline/kernel";
import { CENT, ceilToCent, floorToCent } from "./cents.ts";

export type BracketSpec = { readonly stopAtr: number; readonly targetAtr: number };
export type BracketPrices = { readonly stopPx: Px; readonly targetLmtPx: Px };

/**
 * Stop and target around a price, in multiples of the ATR, on whole cents. Both are rounded away from the price and stand at
 * least a cent from it, so neither can be hit by the price itself; the size is made with the rounded stop.
 * `undefined` where a price would not be positive.
 */
export function bracketPrices(long: boolean, refPx: Px, atr: number, { stopAtr, targetAtr }: BracketSpec): BracketPrices | undefined {
  const below = floorToCent(Math.min(refPx - (long ? stopAtr : targetAtr) * atr, refPx - CENT));
  const above = ceilToCent(Math.max(refPx + (long ? targetAtr : stopAtr) * atr, refPx + CENT));
  if (below <= 0) return undefined;
  return long ? { stopPx: px(below), targetLmtPx: above } : { stopPx: above, targetLmtPx: px(below) };
}
