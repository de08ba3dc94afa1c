import type { Order } from "@bowline/contracts";
import { absQty, addMoney, type Money, notional, ZERO_MONEY } from "@bowline/kernel";
import { type Exposure, fartherEnd, positionEnds } from "./exposure.ts";

/** What the gate's running sums are held to: the sum over all symbols of the worst position, valued at the ask; `undefined` where a symbol in play has no price. */
export function worstGrossExposure(exposure: Exposure, order: Order): Money | undefined {
  const { holdings, reservations } = exposure;
  const symbols = new Set([order.symbol, ...holdings.quantities.keys()]);
  for (const { symbol } of reservations.values()) symbols.add(symbol);
  let total = ZERO_MONEY;
  for (const symbol of symbols) {
    const quantity = absQty(fartherEnd(positionEnds(exposure, symbol, symbol === order.symbol ? order : undefined)));
    if (quantity === 0) continue;
    const mark = holdings.marks.get(symbol);
    if (mark === undefined) return undefined;
    total = addMoney(total, notional(quantity, mark.askPx));
  }
  return total;
}
