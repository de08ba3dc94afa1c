import { type Px, mulDiv, px } from "@bowline/kernel";
import { ceilToCent, floorToCent } from "./cents.ts";

/** The worst acceptable price on a whole cent: never beyond the collar, never short of the quote itself. */
export function collar(long: boolean, refPx: Px, collarBps: number): Px {
  const distance = mulDiv(refPx, collarBps, 10_000_000_000);
  const rounded = long ? floorToCent(refPx + distance) : ceilToCent(refPx - distance);
  return px(long ? Math.max(rounded, refPx) : Math.min(rounded, refPx));
}
