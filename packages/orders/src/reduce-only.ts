import type { Order, Side } from "@bowline/contracts";
import { type ExternalOrder, externalLeavesQty } from "./external-orders.ts";
import type { KnownOrder } from "./known-order.ts";
import { leavesQty } from "./known-order.ts";
import type { OrderLeg } from "./legs.ts";
import { isTerminal } from "./life-cycle.ts";
import { isReduceOnly } from "./terms/order-types.ts";

type Exit = Pick<
  Order,
  "clOrdId" | "accountId" | "side" | "symbol" | "orderQty" | "purpose" | "reduceOnly" | "ocaGroup" | "ocaType"
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

/** Why an exit must not go out. */
export const FLIP_REASONS = {
  NO_POSITION: "it is an exit, and there is no position to leave",
  EXITS_EXCEED_POSITION: "it is an exit, and with the other exits that may fill it is more than the position",
  EXTERNAL_EXITS_EXCEED_POSITION:
    "it is an exit, and with the orders by hand or of other clients that may fill it is more than the position",
} as const;
export type FlipReason = keyof typeof FLIP_REASONS;

/** The code and its words. */
export const describeFlip = (reason: FlipReason): string => `${reason}: ${FLIP_REASONS[reason]}`;

/** Everything that may still fill besides: ours, and what is not. */
export type OpenBeside = {
  readonly ours: Iterable<Readonly<KnownOrder>>;
  readonly external: Iterable<Readonly<ExternalOrder>>;
};

/** What orders that are not ours could take off the position: nobody knows of groups of theirs, so each counts whole. */
function externalQty({ symbol, side, accountId }: Exit, external: OpenBeside["external"]): number {
  let total = 0;
  for (const order of external) {
    const isHere = order.accountId === undefined || order.accountId === accountId;
    if (isHere && order.symbol === symbol && buys(order.side) === buys(side)) total += externalLeavesQty(order);
  }
  return total;
}

/**
 * Why an exit must not go out: filled after every other order of its side that may still fill, it would open or turn the position.
 * `undefined` where it cannot, and for every order that is no exit. `positionQty` is signed, in micros of a share.
 */
export function flipReason(order: Exit, positionQty: number, open: OpenBeside): FlipReason | undefined {
  if (!isReduceOnly(order)) return undefined;
  if (positionQty === 0 || positionQty < 0 !== buys(order.side)) return "NO_POSITION";
  const held = Math.abs(positionQty);
  const exits = exitQty(order, open.ours);
  if (exits > held) return "EXITS_EXCEED_POSITION";
  return exits + externalQty(order, open.external) > held ? "EXTERNAL_EXITS_EXCEED_POSITION" : undefined;
}
