import type { EventByKind, Order } from "@bowline/contracts";
import { type Px, type Qty, qty, subQty, ZERO_QTY } from "@bowline/kernel";
import { changedTerms, keepsAllButQty, namedTerms, ORDER_TYPES } from "@bowline/orders";
import type { Reservation, Reservations } from "./reservations.ts";

type ReplaceIntent = EventByKind<"order.replace-intent">;

/** Why a change is denied before any check is asked. */
export const REPLACE_FAULTS = {
  ORDER_NOT_WORKING: "The order was never sent, has ended, is in doubt, or is being canceled.",
  CHANGE_UNDER_WAY: "Another change of the order has no answer yet.",
  NOTHING_CHANGES: "The change names nothing.",
  STOP_IS_THE_BROKERS: "Where a trailing stop stands is the broker's: its distance can be changed, its place cannot.",
  QTY_BELOW_FILLED: "The new quantity is filled already.",
  OUTGROWS_ITS_STOP: "An entry would be more than the legs that protect it.",
} as const;
export type ReplaceFault = keyof typeof REPLACE_FAULTS;

export type Replacement = {
  /** The order as a change would make it, as far as it could still fill. */
  readonly order: Order;
  readonly orderQty: Qty;
  /** The change only takes away from it. */
  readonly reduces: boolean;
  /** A child of an entry that is not filled: it trades only with what its entry brings, and would be no more than that. */
  readonly followsEntry: boolean;
  /** Its limit, or where it has none its stop, as it works; `undefined` where the change would make the order larger. */
  readonly movedFromPx: Px | undefined;
};

/** What a change would make of a working order, or why it cannot. */
export function replacementOf(reservations: Reservations, change: ReplaceIntent): Replacement | ReplaceFault {
  const held = reservations.get(change.clOrdId);
  const working = held?.working;
  if (held === undefined || working === undefined || held.status !== "SUBMITTED" || held.canceling)
    return "ORDER_NOT_WORKING";
  const fault = faultOf(held, working, change);
  if (fault !== undefined) return fault;
  return sized(reservations, { held, working, change });
}

type Wanted = {
  readonly held: Reservation;
  readonly working: EventByKind<"order.submitted">;
  readonly change: ReplaceIntent;
};

function sized(reservations: Reservations, { held, working, change }: Wanted): Replacement | ReplaceFault {
  const orderQty = change.orderQty ?? working.orderQty;
  const openQty = subQty(orderQty, held.cumQty ?? ZERO_QTY);
  if (openQty <= 0) return "QTY_BELOW_FILLED";
  const grows = orderQty > working.orderQty;
  if (grows && hasSmallerLegs(reservations, change.clOrdId, orderQty)) return "OUTGROWS_ITS_STOP";
  return {
    order: asOrder(held, working, change, openQty),
    orderQty,
    reduces: !grows && keepsAllButQty(working, change),
    followsEntry: isWithinEntry(reservations, held, grows ? orderQty : undefined),
    movedFromPx: grows ? undefined : (working.lmtPx ?? working.stopPx),
  };
}

/** The broker does not grow an entry's children with it: what it brought beyond them nothing would protect. */
function hasSmallerLegs(reservations: Reservations, clOrdId: string, orderQty: Qty): boolean {
  for (const { parent, working } of reservations.values())
    if (parent === clOrdId && (working === undefined || working.orderQty < orderQty)) return true;
  return false;
}

function faultOf(
  { replacing }: Reservation,
  { ordType }: Pick<Order, "ordType">,
  change: ReplaceIntent,
): ReplaceFault | undefined {
  if (replacing !== undefined) return "CHANGE_UNDER_WAY";
  if (Object.keys(namedTerms(change)).length === 0) return "NOTHING_CHANGES";
  // Where a trailing stop was at first says nothing of where it has gone: to name it could only take back what it has gained.
  return change.stopPx !== undefined && ORDER_TYPES[ordType].trails === true ? "STOP_IS_THE_BROKERS" : undefined;
}

/** Whether a child's entry may still fill, and a quantity that grows stays within what it can bring. */
function isWithinEntry(reservations: Reservations, held: Reservation, grownQty: Qty | undefined): boolean {
  const entry = held.parent === undefined ? undefined : reservations.get(held.parent);
  if (entry?.working === undefined) return false;
  if (grownQty === undefined) return true;
  return !entry.canceling && grownQty <= Math.min(entry.working.orderQty, entry.replacing?.orderQty ?? grownQty);
}

/** A child weighs as one with its siblings, as they die with one another. */
function asOrder(
  held: Reservation,
  working: EventByKind<"order.submitted">,
  change: ReplaceIntent,
  orderQty: Qty,
): Order {
  const { kind: _kind, leg, parentClOrdId: _parent, displayQty, minQty: _minQty, ...terms } = working;
  const { replaceId, expiresUs } = change;
  return {
    ...terms,
    // The broker shows no more than there is; the first fill's least size was for the first fill.
    ...(displayQty === undefined ? {} : { displayQty: qty(Math.min(displayQty, orderQty)) }),
    ...namedTerms(change),
    orderQty,
    purpose: leg === "ENTRY" ? "ENTRY" : "EXIT",
    triggerKey: replaceId,
    expiresUs,
    ...(held.parent === undefined ? {} : { ocaGroup: held.parent, ocaType: "CANCEL_WITH_BLOCK" as const }),
  };
}

/** Holds the larger of what the order is and what it may become, until the answer. */
export function holdReplacement(held: Reservation, replaceId: string, orderQty: Qty): void {
  const openQty = subQty(orderQty, held.cumQty ?? ZERO_QTY);
  held.replacing = { replaceId, orderQty };
  if (held.parent === undefined) held.leavesQty = larger(held.leavesQty, openQty);
}

/** The broker works the order as changed. A child weighs no more than what is filled of its entry. */
export function settleReplaced(reservations: Reservations, event: EventByKind<"order.replaced">): void {
  const held = reservations.get(event.clOrdId);
  if (held === undefined) return;
  const { leavesQty } = event;
  held.replacing = undefined;
  if (held.working !== undefined) held.working = { ...held.working, ...changedTerms(held.working, event) };
  held.leavesQty = held.parent === undefined ? leavesQty : qty(Math.min(held.leavesQty, leavesQty));
  if (leavesQty === 0) reservations.delete(event.clOrdId);
}

/** The order is as it was: what was held for the change is released. */
export function settleReplaceRejected(reservations: Reservations, event: EventByKind<"order.replace-rejected">): void {
  const held = reservations.get(event.clOrdId);
  if (held?.replacing?.replaceId !== event.replaceId) return;
  held.replacing = undefined;
  if (held.parent !== undefined || held.working === undefined) return;
  held.leavesQty = larger(ZERO_QTY, subQty(held.working.orderQty, held.cumQty ?? ZERO_QTY));
  if (held.leavesQty === 0) reservations.delete(event.clOrdId);
}

const larger = (a: Qty, b: Qty): Qty => (a > b ? a : b);
