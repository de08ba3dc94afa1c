import type { Px } from "@bowline/kernel";
import { MOST_PX } from "./facts.ts";
import { CENT, ceilToCent, floorToCent } from "./cents.ts";

/** How far stop and target stand from the price, in micros, as doubles. */
export type BracketDistances = { readonly stopBy: number; readonly targetBy: number };
export type BracketPrices = { readonly stopPx: Px; readonly targetLmtPx: Px };

/**
 * Stop and target around a price, on whole cents. Both are rounded away from the price and stand at least a cent from it, so
 * neither can be hit by the price itself; the size is made with the rounded stop.
 * `undefined` where a price would not be positive, or absurd.
 */
export function bracketPrices(
  long: boolean,
  refPx: Px,
  { stopBy, targetBy }: BracketDistances,
): BracketPrices | undefined {
  const low = Math.min(refPx - (long ? stopBy : targetBy), refPx - CENT);
  const high = Math.max(refPx + (long ? targetBy : stopBy), refPx + CENT);
  if (low < CENT || high > MOST_PX) return undefined;
  const below = floorToCent(low);
  const above = ceilToCent(high);
  return long ? { stopPx: below, targetLmtPx: above } : { stopPx: above, targetLmtPx: below };
}
