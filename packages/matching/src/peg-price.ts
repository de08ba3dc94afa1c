import { MICROS, mulDiv, type Px, px } from "@bowline/kernel";
import type { OrderRequest } from "./broker-types.ts";
import type { SymbolStep } from "./market.ts";
import { type PriceBand, roundToIncrement } from "./price-increment.ts";

type Pegged = Pick<OrderRequest, "side" | "lmtPx" | "pegOffsetPx" | "percentOffsetMicros">;

/** Where an order stands that follows the quote, rounded away from the other side; never beyond its limit, where it has one. */
export function pegPxOf(order: Pegged, peg: "PRIMARY" | "MID", quote: SymbolStep, bands: readonly PriceBand[]): Px {
  const { side, lmtPx, pegOffsetPx, percentOffsetMicros = 0 } = order;
  const isBuy = side === "BUY";
  const own = isBuy ? quote.bidPx : quote.askPx;
  const offset = pegOffsetPx ?? mulDiv(own, percentOffsetMicros, MICROS);
  const wished = peg === "MID" ? mulDiv(quote.bidPx + quote.askPx, 1, 2) : isBuy ? own + offset : own - offset;
  const rounded = roundToIncrement(bands, wished, isBuy ? "DOWN" : "UP");
  if (lmtPx === undefined) return rounded;
  return px(isBuy ? Math.min(rounded, lmtPx) : Math.max(rounded, lmtPx));
}
