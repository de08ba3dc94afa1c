import type { EventByKind } from "@bowline/contracts";
import { type Px, US_PER_MINUTE, px } from "@bowline/kernel";
import type { SymbolState } from "./state.ts";

/** The prices that a position has seen. Plain JSON. */
export type Extremes = { readonly highPx: Px; readonly lowPx: Px };

/** A fill opened or turned the position: what was seen before it counts no more. */
export function beginExtremes(symbol: SymbolState, lastPx: Px): void {
  symbol.extremes = { highPx: lastPx, lowPx: lastPx };
}

/** A one-minute bar, live or put right. One that began before the entry shows prices that the position has not seen. */
export function extendExtremes(symbol: SymbolState, bar: EventByKind<"md.bar" | "md.bar-corrected">): void {
  const { extremes, enteredUs } = symbol;
  const { highPx, lowPx, closeUs } = bar;
  if (extremes === undefined || enteredUs === undefined || highPx === undefined || lowPx === undefined) return;
  if (closeUs - US_PER_MINUTE < enteredUs) return;
  symbol.extremes = {
    highPx: px(Math.max(extremes.highPx, highPx)),
    lowPx: px(Math.min(extremes.lowPx, lowPx)),
  };
}
