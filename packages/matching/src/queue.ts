import { type Px, type Qty, qty, subQty, ZERO_QTY } from "@bowline/kernel";
import type { BrokerSide } from "./broker-types.ts";
import type { SymbolStep } from "./market.ts";
import { isWithin, oppositePx } from "./match-price.ts";

/** A limit order in the queue at its price; `aheadQty` is absent until the quote shows the price. */
type Queued = {
  readonly side: BrokerSide;
  readonly lmtPx: Px;
  readonly aheadQty: Qty | undefined;
  /** Comes after everything that is shown, whenever that came. */
  readonly hidden: boolean;
};

/** What stands at the order's price before it, as the quote shows it: nothing where it is the best price, unknown where it is behind. */
export function aheadOnArrival({ side, lmtPx }: Pick<Queued, "side" | "lmtPx">, quote: SymbolStep): Qty | undefined {
  const [ownPx, ownQty] = side === "BUY" ? [quote.bidPx, quote.bidQty] : [quote.askPx, quote.askQty];
  if (ownPx === lmtPx) return ownQty;
  return isWithin(side, ownPx, lmtPx) ? ZERO_QTY : undefined;
}

/**
 * How much of a step can reach a queued order, and what stands before it afterwards. Where the quote or a trade goes through its price,
 * everything before it was done: `reachable` is absent, there is no bound. Volume of a step that touched the price is counted as traded there.
 */
export function queueInStep(
  order: Queued,
  step: SymbolStep,
): { readonly reachable: Qty | undefined; readonly aheadQty: Qty | undefined } {
  const { side, lmtPx, hidden } = order;
  const bestTrade = side === "BUY" ? step.lowPx : step.highPx;
  const isTraded = step.volume > 0 && isWithin(side, bestTrade, lmtPx);
  if (isWithin(side, oppositePx(side, step), lmtPx) || (isTraded && bestTrade !== lmtPx))
    return { reachable: undefined, aheadQty: ZERO_QTY };
  const shown = aheadOnArrival(order, step);
  if (!isTraded) return { reachable: ZERO_QTY, aheadQty: stillAhead(order.aheadQty ?? shown, shown, hidden) };
  const before = order.aheadQty ?? shown ?? ownQty(side, step);
  const reachable = qty(Math.max(0, subQty(step.volume, before)));
  const left = qty(Math.max(0, subQty(before, step.volume)));
  return { reachable, aheadQty: stillAhead(left, shown, hidden) };
}

const ownQty = (side: BrokerSide, step: SymbolStep): Qty => (side === "BUY" ? step.bidQty : step.askQty);

const stillAhead = (ahead: Qty | undefined, shown: Qty | undefined, hidden: boolean): Qty | undefined =>
  hidden && shown !== undefined ? qty(Math.max(ahead ?? 0, shown)) : ahead;
