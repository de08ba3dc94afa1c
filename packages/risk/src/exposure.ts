import type { Order } from "@bowline/contracts";
import { absQty, addQty, type Qty, subQty } from "@bowline/kernel";
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

/** Signed positions in a symbol with every open order to sell filled, and with every one to buy. */
export type PositionEnds = { readonly low: Qty; readonly high: Qty };

/** Where the open orders of a symbol, and this order of it, can take the position. */
export function positionEnds({ holdings, reservations }: Exposure, symbol: string, order?: Order): PositionEnds {
  const position = positionOf(holdings, symbol);
  const open = (buys: boolean): Qty =>
    openQty(reservations, symbol, { buys, with: order !== undefined && isBuy(order) === buys ? order : undefined });
  return { low: subQty(position, open(false)), high: addQty(position, open(true)) };
}

/** The end that is farther from zero. */
export const fartherEnd = ({ low, high }: PositionEnds): Qty => (absQty(low) > absQty(high) ? low : high);
