import type { Order, Side } from "@bowline/contracts";
import type { KnownOrder } from "./known-order.ts";
import { leavesQty } from "./known-order.ts";
import type { OrderLeg } from "./legs.ts";
import { isTerminal } from "./life-cycle.ts";
import { isReduceOnly } from "./terms/order-types.ts";

type Exit = Pick<
  Order,
  "clOrdId" | "side" | "symbol" | "orderQty" | "purpose" | "reduceOnly" | "ocaGroup" | "ocaType"
> &
  Pick<OrderLeg, "parentClOrdId">;

const buys = (side: Side): boolean => side === "BUY";

/** Orders that the broker does not let fill beside one another: children of one entry, and groups that it blocks. */
const familyOf = (order: Pick<OrderLeg, "parentClOrdId" | "ocaGroup" | "ocaType">): string | undefined =>
  order.parentClOrdId ?? (order.ocaType === "REDUCE" ? undefined : order.ocaGroup);

/**
 * What an exit and all other orders of its side that may still trade could take off a position, in micros of a share: those
 * whose cancel was asked for, and those in doubt, included. A family weighs as the largest of it.
 */
function exitQty(exit: Exit, open: Iterable<Readonly<KnownOrder>>): number {
  let total = 0;
  const families = new Map<string, number>();
  const add = (family: string | undefined, quantity: number): void => {
    if (family === undefined) total += quantity;
    else families.set(family, Math.max(families.get(family) ?? 0, quantity));
  };
  for (const { leg, status, ...order } of open) {
    const isOther = leg.clOrdId !== exit.clOrdId && leg.symbol === exit.symbol && buys(leg.side) === buys(exit.side);
    if (isOther && !isTerminal(status)) add(familyOf(leg), leavesQty({ ...order, leg, status }));
  }
  add(familyOf(exit), exit.orderQty);
  for (const quantity of families.values()) total += quantity;
  return total;
}

/**
 * Why an exit must not go out: filled after every other exit that may still fill, it would open or turn the position.
 * `undefined` where it cannot, and for every order that is no exit. `positionQty` is signed, in micros of a share.
 */
export function flipReason(order: Exit, positionQty: number, open: Iterable<Readonly<KnownOrder>>): string | undefined {
  if (!isReduceOnly(order)) return undefined;
  if (positionQty === 0 || positionQty < 0 !== buys(order.side))
    return "it is an exit, and there is no position to leave";
  return exitQty(order, open) <= Math.abs(positionQty)
    ? undefined
    : "it is an exit, and with the other exits that may fill it is more than the position";
}
