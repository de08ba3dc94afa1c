import { type Px, type Qty, ZERO_QTY, absQty, addQty, qty, subQty } from "@bowline/kernel";
import type { Facts, WorkingOrder } from "../facts.ts";

export const leavesOf = ({ orderQty, cumQty }: WorkingOrder): Qty =>
  cumQty >= orderQty ? ZERO_QTY : subQty(orderQty, cumQty);

/** Working stops of the position; none where there is no position, or it is in doubt. */
export const stopsOf = (facts: Facts): readonly StopOrder[] =>
  closingOrders(facts).filter((order): order is StopOrder => order.leg === "STOP" && order.stopPx !== undefined);

/** Working targets of the position; none where there is no position, or it is in doubt. */
export const targetsOf = (facts: Facts): readonly TargetOrder[] =>
  closingOrders(facts).filter((order): order is TargetOrder => order.leg === "TARGET" && order.lmtPx !== undefined);

export type StopOrder = WorkingOrder & { readonly stopPx: Px };
export type TargetOrder = WorkingOrder & { readonly lmtPx: Px };

function closingOrders({ position, working }: Facts): readonly WorkingOrder[] {
  if (position === undefined || position.quantity === 0) return [];
  const closing = position.quantity > 0 ? "SELL" : "BUY";
  return working.filter(({ side }) => side === closing);
}

/** Of several, the one farthest from the market. */
export const stopPxOf = (facts: Facts): Px | undefined =>
  lowest(
    stopsOf(facts).map(({ stopPx }) => stopPx),
    isLong(facts),
  );

/** Of several, the nearest to the market. */
export const targetPxOf = (facts: Facts): Px | undefined =>
  lowest(
    targetsOf(facts).map(({ lmtPx }) => lmtPx),
    isLong(facts),
  );

export const isLong = ({ position }: Facts): boolean => position !== undefined && position.quantity > 0;

/** The lowest for a long position, the highest for a short one. */
const lowest = (prices: readonly Px[], long: boolean): Px | undefined =>
  [...prices].sort((one, other) => (long ? one - other : other - one))[0];

/**
 * A protective order that is more than the position, and than its entry may still bring, is made smaller with whatever else is
 * changed of it: the broker made it so when its sibling filled in part, and to name the old quantity would make it larger again.
 */
export function cutOf({ position, working }: Facts, orders: readonly WorkingOrder[]): { readonly orderQty?: Qty } {
  const [order] = orders;
  if (order === undefined || orders.length > 1 || position === undefined) return {};
  const entering = working.filter(({ leg }) => leg === "ENTRY").reduce((sum, entry) => sum + leavesOf(entry), 0);
  const most = qty(absQty(position.quantity) + entering);
  return leavesOf(order) > most ? { orderQty: addQty(order.cumQty, most) } : {};
}
