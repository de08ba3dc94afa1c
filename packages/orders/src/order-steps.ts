import type { Qty } from "@bowline/kernel";
import { type Translation, note, raise, say, step } from "./book-state.ts";
import type { BrokerRef } from "./broker-callback.ts";
import { type KnownOrder, aboutOrder, cancelReason, leavesQty, standingOf } from "./known-order.ts";
import { isTerminal, moveOf } from "./life-cycle.ts";

/** The broker shows that it has the order: binds its permId, and ends doubt and loss. Without a permId it shows nothing. */
export function recognize(to: Translation, order: KnownOrder, ref: BrokerRef, evidence: string): void {
  if (ref.orderId === undefined) return;
  bind(to, order, ref, ref.orderId);
  order.orderId ??= ref.orderId;
  if (order.status !== "UNKNOWN" && order.status !== "LOST") return;
  step(to, order, "resolved");
  say(to, order, { kind: "order.resolved", ...aboutOrder(order), orderId: order.orderId, evidence });
}

/** A second permId may be a second order that works: both are remembered, and nobody adds to them. */
function bind(to: Translation, order: KnownOrder, ref: BrokerRef, orderId: string): void {
  to.state.byOrderId.set(orderId, order);
  const known = order.orderIds.get(orderId);
  if (known !== undefined) {
    known.ibOrderId ??= ref.ibOrderId;
    return;
  }
  const [first] = order.orderIds.keys();
  order.orderIds.set(orderId, { ibOrderId: ref.ibOrderId ?? order.ibOrderId, live: true });
  if (first === undefined) return;
  to.state.doubled.add(order);
  const detail = `permId ${orderId} besides ${first}`;
  raise(to, { code: "SECOND_ORDER_ID", subject: order.leg.clOrdId, detail }, order, "HALT_SYMBOL");
}

/** Once, as soon as the broker has given a permId. */
export function accept(to: Translation, order: KnownOrder, ref: BrokerRef, evidence: string): void {
  recognize(to, order, ref, evidence);
  if (order.accepted || order.orderId === undefined || isTerminal(order.status)) return;
  if (!step(to, order, "accepted")) return;
  order.accepted = true;
  say(to, order, { kind: "order.accepted", ...aboutOrder(order), orderId: order.orderId });
  if (order.cancelRequested) step(to, order, "cancel-requested");
}

/** `filledQty` is the broker's; our own sum stands in where it did not say. */
export function cancel(to: Translation, order: KnownOrder, ref: BrokerRef, filledQty: Qty | undefined): void {
  if (isOneOfTwo(to, order, ref) || !step(to, order, "canceled")) return;
  order.replacing = undefined;
  say(to, order, {
    kind: "order.canceled",
    ...aboutOrder(order),
    cumQty: filledQty ?? order.cumQty,
    reason: cancelReason(order),
  });
}

/** Whether this ends one of two orders that the broker made of ours, and the other lives on. */
function isOneOfTwo(to: Translation, order: KnownOrder, { orderId }: BrokerRef): boolean {
  const ended = orderId === undefined ? undefined : order.orderIds.get(orderId);
  if (ended !== undefined) ended.live = false;
  const other = [...order.orderIds].find(([, { live }]) => live);
  if (order.orderIds.size < 2 || other === undefined || isTerminal(order.status)) return false;
  note(to, "ONE_OF_TWO_ENDED", order.leg.clOrdId, `permId ${orderId ?? "unknown"} ended, ${other[0]} is open`);
  return true;
}

/** Illegal, and told as an anomaly, where something is filled already: a refusal takes no fill back. */
export function reject(to: Translation, order: KnownOrder, code: number, message: string): void {
  if (!step(to, order, "rejected")) return;
  order.replacing = undefined;
  say(to, order, { kind: "order.rejected", ...aboutOrder(order), code, reason: withoutPrefix(message) });
}

export function expire(to: Translation, order: KnownOrder): void {
  if (!step(to, order, "expired")) return;
  order.replacing = undefined;
  say(to, order, { kind: "order.expired", ...aboutOrder(order), cumQty: order.cumQty });
}

/** Whether it reached the broker is not known; nothing where the life cycle has no doubt. */
export function doubt(to: Translation, order: KnownOrder, reason: string): void {
  if (step(to, order, "unknown")) say(to, order, { kind: "order.unknown", ...aboutOrder(order), reason });
}

export function rejectCancel(to: Translation, order: KnownOrder, code: number, message: string): void {
  if (!step(to, order, "cancel-rejected")) return;
  say(to, order, { kind: "order.cancel-rejected", ...aboutOrder(order), code, reason: message });
}

/** The broker shows what was asked for. */
export function replaced(to: Translation, order: KnownOrder): void {
  const { replacing, orderId } = order;
  if (replacing === undefined || orderId === undefined) return;
  const before = order.terms;
  order.terms = replacing.terms;
  order.replacing = undefined;
  if (!step(to, order, "replaced")) {
    order.terms = before;
    return;
  }
  to.state.replacesDone.set(replacing.replaceId, to.state.nowUs);
  say(to, order, {
    kind: "order.replaced",
    ...aboutOrder(order),
    replaceId: replacing.replaceId,
    orderId,
    ...order.terms,
    cumQty: order.cumQty,
    leavesQty: leavesQty(order),
  });
}

/** The change was not made: the order lives on as it was, or had ended. */
export function rejectReplace(to: Translation, order: KnownOrder, code: number, message: string): void {
  const { replacing } = order;
  if (replacing === undefined) return;
  order.replacing = undefined;
  if (!step(to, order, "replace-rejected")) return;
  to.state.replacesDone.set(replacing.replaceId, to.state.nowUs);
  say(to, order, {
    kind: "order.replace-rejected",
    ...aboutOrder(order),
    replaceId: replacing.replaceId,
    code,
    reason: withoutPrefix(message),
  });
}

/** Whether a step would change anything: for our own doubts, which are no anomaly where they come too late. */
export const mayStep = (order: KnownOrder, name: "unknown" | "lost"): boolean =>
  moveOf(standingOf(order), name).type === "legal";

/** The broker's own words without the prefix that differs between its messages. */
const withoutPrefix = (message: string): string =>
  message.replace(/^(order )?rejected( - reason)?\s*[:-]?\s*/i, "").trim();
