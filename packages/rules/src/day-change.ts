import { MICROS, type Px, mulDiv } from "@bowline/kernel";
import type { QuoteFacts } from "./facts.ts";
import { midOf } from "./mid.ts";

/** The mid against the previous close, in micros of 1; `undefined` without one of them. */
export function dayChangeOf(quote: QuoteFacts | undefined, previousClosePx: Px | undefined): number | undefined {
  if (quote === undefined || previousClosePx === undefined) return undefined;
  return mulDiv(Number(midOf(quote)) - Number(previousClosePx), MICROS, previousClosePx);
}
