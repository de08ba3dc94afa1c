import type { EventByKind } from "@bowline/contracts";
import { type Px, type Qty, US_PER_MINUTE, absQty, px } from "@bowline/kernel";
import type { SymbolState } from "./state.ts";

/** What a position has seen: its prices, and how large it was. Plain JSON. */
export type Extremes = { readonly highPx: Px; readonly lowPx: Px; readonly peakQty: Qty };

/** A fill changed the position. Where it opened or turned it, what was seen before counts no more. */
export function countFilled(symbol: SymbolState, before: Qty, { lastPx, transactUs }: Filled): void {
  const { quantity, extremes } = symbol;
  const size = absQty(quantity);
  if (quantity === 0) forgetExtremes(symbol);
  else if (Math.sign(quantity) !== Math.sign(before)) {
    symbol.enteredUs = transactUs;
    symbol.extremes = { highPx: lastPx, lowPx: lastPx, peakQty: size };
  } else if (extremes !== undefined && size > extremes.peakQty) symbol.extremes = { ...extremes, peakQty: size };
}

type Filled = Pick<EventByKind<"order.filled">, "lastPx" | "transactUs">;

/** Flat. */
export function forgetExtremes(symbol: SymbolState): void {
  symbol.enteredUs = undefined;
  symbol.extremes = undefined;
}

/** A one-minute bar, live or put right. One that began before the entry shows prices that the position has not seen. */
export function extendExtremes(symbol: SymbolState, bar: EventByKind<"md.bar" | "md.bar-corrected">): void {
  const { extremes, enteredUs } = symbol;
  const { highPx, lowPx, closeUs } = bar;
  if (extremes === undefined || enteredUs === undefined || highPx === undefined || lowPx === undefined) return;
  if (closeUs - US_PER_MINUTE < enteredUs) return;
  symbol.extremes = {
    ...extremes,
    highPx: px(Math.max(extremes.highPx, highPx)),
    lowPx: px(Math.min(extremes.lowPx, lowPx)),
  };
}
