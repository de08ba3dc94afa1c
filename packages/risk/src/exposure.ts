import type { Order } from "@bowline/contracts";
import { absQty, addMoney, addQty, type Money, notional, type Qty, qty, subQty, ZERO_MONEY } from "@bowline/kernel";
import { type Holdings, positionOf } from "./holdings.ts";
import { openQty, type Reservations } from "./reservations.ts";

export type Exposure = { readonly holdings: Holdings; readonly reservations: Reservations };

const isBuy = (order: Order): boolean => order.side === "BUY";

/** Whether the order takes the position nearer to zero and not beyond it, even if every other standing exit is filled first. */
export function isReducing({ holdings, reservations }: Exposure, order: Order): boolean {
  const position = positionOf(holdings, order.symbol);
  if (position === 0 || position < 0 !== isBuy(order)) return false;
  return openQty(reservations, order.symbol, { buys: isBuy(order), standing: true, with: order }) <= absQty(position);
}

/**
 * Whether the order takes the position nearer to zero and not beyond it even if every other exit is filled first, those too
 * whose cancel is under way: a cancel may come too late.
 */
export function cannotFlip({ holdings, reservations }: Exposure, order: Order): boolean {
  const position = positionOf(holdings, order.symbol);
  if (position === 0 || position < 0 !== isBuy(order)) return false;
  return openQty(reservations, order.symbol, { buys: isBuy(order), with: order }) <= absQty(position);
}

/** Signed position with every open order on this order's side filled, and the order itself: where the order can take it. */
export function endPosition({ holdings, reservations }: Exposure, order: Order): Qty {
  const open = openQty(reservations, order.symbol, { buys: isBuy(order), with: order });
  const position = positionOf(holdings, order.symbol);
  return isBuy(order) ? addQty(position, open) : subQty(position, open);
}

/** Signed position farthest from zero that the open orders of either side, and the order, can make. `end`: where the order can take it. */
export function worstPosition(exposure: Exposure, order: Order, end = endPosition(exposure, order)): Qty {
  const { holdings, reservations } = exposure;
  const open = openQty(reservations, order.symbol, { buys: !isBuy(order) });
  const position = positionOf(holdings, order.symbol);
  const other = isBuy(order) ? subQty(position, open) : addQty(position, open);
  return absQty(other) > absQty(end) ? other : end;
}

/** Sum over all symbols of the worst position, valued at the ask; `undefined` where a symbol in play has no price. */
export function worstGrossExposure(exposure: Exposure, order: Order): Money | undefined {
  const { holdings, reservations } = exposure;
  const symbols = new Set([order.symbol, ...holdings.quantities.keys()]);
  for (const { symbol } of reservations.values()) symbols.add(symbol);
  let total = ZERO_MONEY;
  for (const symbol of symbols) {
    const quantity = worstQuantity(exposure, symbol, symbol === order.symbol ? order : undefined);
    if (quantity === 0) continue;
    const mark = holdings.marks.get(symbol);
    if (mark === undefined) return undefined;
    total = addMoney(total, notional(quantity, mark.askPx));
  }
  return total;
}

function worstQuantity({ holdings, reservations }: Exposure, symbol: string, order: Order | undefined): Qty {
  const position = positionOf(holdings, symbol);
  const open = (buys: boolean): Qty =>
    openQty(reservations, symbol, { buys, ...(order !== undefined && isBuy(order) === buys ? { with: order } : {}) });
  return qty(Math.max(Math.abs(position + open(true)), Math.abs(position - open(false))));
}
