import type { Px, Qty } from "@bowline/kernel";
import type { BrokerOrdType, BrokerSide } from "./broker-types.ts";
import type { SymbolStep } from "./market.ts";

/** What decides at which price an order fills. */
type Matchable = {
  readonly side: BrokerSide;
  readonly ordType: BrokerOrdType;
  readonly lmtPx?: Px | undefined;
  readonly stopPx?: Px | undefined;
  readonly cumQty: Qty;
};

/** The quote on the other side: what a buyer pays, what a seller gets. */
export const oppositePx = (side: BrokerSide, quote: SymbolStep): Px => (side === "BUY" ? quote.askPx : quote.bidPx);

/** Whether a price satisfies a limit. */
const isWithin = (side: BrokerSide, px: Px, lmtPx: Px): boolean => (side === "BUY" ? px <= lmtPx : px >= lmtPx);

/** Whether a price triggers a stop. */
const isBeyond = (side: BrokerSide, px: Px, stopPx: Px): boolean => (side === "BUY" ? px >= stopPx : px <= stopPx);

const worseOf = (side: BrokerSide, a: Px, b: Px): Px => (isBeyond(side, a, b) ? a : b);

/** A stop that filled in part was triggered: what is left of it is a market order. */
const isMarket = ({ ordType, cumQty }: Matchable): boolean => ordType === "MKT" || (ordType === "STP" && cumQty > 0);

/**
 * The price at which an order that just arrived (or was modified, or released) fills against the quote as it stands,
 * or `undefined` where it rests. A market order and a marketable limit order take the quote; a stop that is already
 * reached takes the worse of stop and quote.
 */
export function pxOnArrival(order: Matchable, quote: SymbolStep): Px | undefined {
  const { side, lmtPx, stopPx } = order;
  const opposite = oppositePx(side, quote);
  if (isMarket(order)) return opposite;
  if (lmtPx !== undefined) return isWithin(side, opposite, lmtPx) ? opposite : undefined;
  if (stopPx === undefined) return undefined;
  const isReached = isBeyond(side, opposite, stopPx) || isBeyond(side, quote.closePx, stopPx);
  return isReached ? worseOf(side, stopPx, opposite) : undefined;
}

/**
 * The price at which a resting order fills in a step, or `undefined`. A limit order fills at its limit when the
 * opposite quote or a trade reaches it: it stood in the book, whoever came to it paid its price. A stop is triggered by
 * a trade or the quote, and fills at the worse of stop and quote.
 */
export function pxInStep(order: Matchable, step: SymbolStep): Px | undefined {
  const { side, lmtPx, stopPx } = order;
  const opposite = oppositePx(side, step);
  if (isMarket(order)) return opposite;
  if (lmtPx !== undefined) {
    const bestTrade = side === "BUY" ? step.lowPx : step.highPx;
    const isTouched = step.volume > 0 && isWithin(side, bestTrade, lmtPx);
    return isTouched || isWithin(side, opposite, lmtPx) ? lmtPx : undefined;
  }
  if (stopPx === undefined) return undefined;
  const worstTrade = side === "BUY" ? step.highPx : step.lowPx;
  const isTouched = step.volume > 0 && isBeyond(side, worstTrade, stopPx);
  return isTouched || isBeyond(side, opposite, stopPx) ? worseOf(side, stopPx, opposite) : undefined;
}
