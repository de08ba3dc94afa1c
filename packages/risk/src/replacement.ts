import type { EventByKind, Order } from "@bowline/contracts";
import { type Qty, qty, subQty, ZERO_QTY } from "@bowline/kernel";
import type { Reservation, Reservations } from "./reservations.ts";

type ReplaceIntent = EventByKind<"order.replace-intent">;

/** Why a change cannot even be looked at. */
export type ReplaceFault = "ORDER_NOT_WORKING" | "CHANGE_UNDER_WAY" | "QTY_BELOW_FILLED";

/** The order as a change would make it, as far as it could still fill; and whether the change only takes away from it. */
export type Replacement = { readonly order: Order; readonly orderQty: Qty; readonly reduces: boolean };

/** What a change would make of a working order, or why it cannot. */
export function replacementOf(held: Reservation | undefined, change: ReplaceIntent): Replacement | ReplaceFault {
  const working = held?.working;
  if (held === undefined || working === undefined || held.status !== "SUBMITTED" || held.canceling)
    return "ORDER_NOT_WORKING";
  if (held.replacing !== undefined) return "CHANGE_UNDER_WAY";
  const orderQty = change.orderQty ?? working.orderQty;
  const openQty = subQty(orderQty, held.cumQty ?? ZERO_QTY);
  if (openQty <= 0) return "QTY_BELOW_FILLED";
  const reduces = keepsPrices(working, change) && orderQty <= working.orderQty;
  return { order: asOrder(held, working, change, openQty), orderQty, reduces };
}

const keepsPrices = (working: EventByKind<"order.submitted">, { lmtPx, stopPx }: ReplaceIntent): boolean =>
  (lmtPx ?? working.lmtPx) === working.lmtPx && (stopPx ?? working.stopPx) === working.stopPx;

/** A child weighs as one with its siblings, as they die with one another. */
function asOrder(
  held: Reservation,
  working: EventByKind<"order.submitted">,
  { replaceId, lmtPx, stopPx, expiresUs }: ReplaceIntent,
  orderQty: Qty,
): Order {
  const { kind: _kind, leg, parentClOrdId: _parent, ...terms } = working;
  return {
    ...terms,
    orderQty,
    ...(lmtPx === undefined ? {} : { lmtPx }),
    ...(stopPx === undefined ? {} : { stopPx }),
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
  const { orderQty, lmtPx, stopPx, leavesQty } = event;
  held.replacing = undefined;
  if (held.working !== undefined)
    held.working = {
      ...held.working,
      orderQty,
      ...(lmtPx === undefined ? {} : { lmtPx }),
      ...(stopPx === undefined ? {} : { stopPx }),
    };
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
