import type { Entry, Event, EventByKind } from "@bowline/contracts";
import type { BookState } from "./book-state.ts";
import { type OrderEvent, addFill, leavesQty, newKnownOrder } from "./known-order.ts";
import { legOfSubmitted } from "./legs.ts";
import { type OrderStep, nextStatus } from "./life-cycle.ts";

const STEPS = {
  "order.accepted": "accepted",
  "order.canceled": "canceled",
  "order.rejected": "rejected",
  "order.expired": "expired",
  "order.unknown": "unknown",
  "order.resolved": "resolved",
  "order.lost": "lost",
} as const satisfies Partial<Record<OrderEvent["kind"], OrderStep>>;

type StepEvent = EventByKind<keyof typeof STEPS>;

/** Rebuilds the book from one entry. Events of orders that the journal never submitted are left alone. */
export function observeEntry(state: BookState, entry: Entry): void {
  const { event } = entry;
  switch (event.kind) {
    case "order.submitted":
      if (!state.orders.has(event.clOrdId))
        state.orders.set(event.clOrdId, newKnownOrder(legOfSubmitted(event), state.orders.size));
      return;
    case "order.cancel-intent":
      return observeCancelIntent(state, event.clOrdId);
    case "order.filled":
      return observeFill(state, event);
    case "order.commission":
      return void state.commissions.add(event.execId);
    case "broker.external-order":
      return void state.externalOrderIds.add(event.orderId);
    default:
      if (isStepEvent(event)) observeStep(state, event);
  }
}

const isStepEvent = (event: Event): event is StepEvent => event.kind in STEPS;

function observeCancelIntent(state: BookState, clOrdId: string): void {
  state.cancelRequests.add(clOrdId);
  const order = state.orders.get(clOrdId);
  if (order !== undefined) order.cancelRequested = true;
}

function observeFill(state: BookState, event: EventByKind<"order.filled">): void {
  const order = state.orders.get(event.clOrdId);
  if (order === undefined || state.executions.has(event.execId)) return;
  addFill(order, event.lastQty, event.lastPx);
  state.executions.set(event.execId, { order, cumQty: order.cumQty });
  order.status = nextStatus(order.status, leavesQty(order) === 0 ? "filled" : "part-filled") ?? order.status;
}

function observeStep(state: BookState, event: StepEvent): void {
  const order = state.orders.get(event.clOrdId);
  if (order === undefined) return;
  if (event.kind === "order.accepted") order.accepted = true;
  if (event.kind === "order.accepted" || event.kind === "order.resolved") {
    order.orderId = event.orderId;
    state.byOrderId.set(event.orderId, order);
  }
  const next = nextStatus(order.status, STEPS[event.kind]);
  if (next === undefined) return;
  order.status = next;
  if (event.kind === "order.resolved" && order.accepted) order.status = order.cumQty > 0 ? "PARTIALLY_FILLED" : "NEW";
}
