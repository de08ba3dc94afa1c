import type { EventByKind } from "@bowline/contracts";
import { type Px, px } from "@bowline/kernel";

/**
 * The price that a position is valued at: the last trade, held inside bid and ask; the middle where there was no trade;
 * the only side where there is one. `undefined` where the quote says nothing.
 */
export function markOf(quote: Pick<EventByKind<"md.quote">, "bidPx" | "askPx" | "lastPx">): Px | undefined {
  const { bidPx, askPx, lastPx } = quote;
  if (bidPx === undefined || askPx === undefined) return lastPx ?? bidPx ?? askPx;
  if (bidPx > askPx) return lastPx;
  if (lastPx === undefined) return px(Math.floor((Number(bidPx) + Number(askPx)) / 2));
  if (lastPx < bidPx) return bidPx;
  return lastPx > askPx ? askPx : lastPx;
}
