import type { Qty } from "@bowline/kernel";
import { type Translation, note, say, step } from "./book-state.ts";
import type { BrokerRef } from "./broker-callback.ts";
import { type KnownOrder, aboutOrder, cancelReason } from "./known-order.ts";
import { isTerminal } from "./life-cycle.ts";

/** The broker shows that it has the order: binds its permId, and ends doubt and loss. Without a permId it shows nothing. */
export function recognize(to: Translation, order: KnownOrder, ref: BrokerRef, evidence: string): void {
  if (ref.orderId === undefined) return;
  if (order.orderId !== undefined && order.orderId !== ref.orderId)
    note(to, "SECOND_ORDER_ID", order.leg.clOrdId, `${ref.orderId} besides ${order.orderId}`);
  order.orderId ??= ref.orderId;
  to.state.byOrderId.set(ref.orderId, order);
  if (order.status !== "UNKNOWN" && order.status !== "LOST") return;
  step(to, order, "resolved");
  say(to, order, { kind: "order.resolved", ...aboutOrder(order), orderId: order.orderId, evidence });
  if (order.accepted) order.status = order.cumQty > 0 ? "PARTIALLY_FILLED" : "NEW";
}

/** Once, as soon as the broker has given a permId. */
export function accept(to: Translation, order: KnownOrder, ref: BrokerRef, evidence: string): void {
  recognize(to, order, ref, evidence);
  if (order.accepted || order.orderId === undefined || isTerminal(order.status)) return;
  if (!step(to, order, "accepted")) return;
  order.accepted = true;
  say(to, order, { kind: "order.accepted", ...aboutOrder(order), orderId: order.orderId });
}

/** `filledQty` is the broker's; our own sum stands in where it did not say. */
export function cancel(to: Translation, order: KnownOrder, filledQty: Qty | undefined): void {
  if (order.status === "CANCELED" || order.status === "EXPIRED" || !step(to, order, "canceled")) return;
  say(to, order, {
    kind: "order.canceled",
    ...aboutOrder(order),
    cumQty: filledQty ?? order.cumQty,
    reason: cancelReason(order),
  });
}

export function reject(to: Translation, order: KnownOrder, code: number, message: string): void {
  if (order.status === "REJECTED" || !step(to, order, "rejected")) return;
  say(to, order, { kind: "order.rejected", ...aboutOrder(order), code, reason: withoutPrefix(message) });
}

export function expire(to: Translation, order: KnownOrder): void {
  if (isTerminal(order.status) || !step(to, order, "expired")) return;
  say(to, order, { kind: "order.expired", ...aboutOrder(order), cumQty: order.cumQty });
}

/** Whether it reached the broker is not known; nothing where the life cycle has no doubt. */
export function doubt(to: Translation, order: KnownOrder, reason: string): void {
  if (step(to, order, "unknown")) say(to, order, { kind: "order.unknown", ...aboutOrder(order), reason });
}

/** The broker's own words without the prefix that differs between its messages. */
const withoutPrefix = (message: string): string =>
  message.replace(/^(order )?rejected( - reason)?\s*[:-]?\s*/i, "").trim();
