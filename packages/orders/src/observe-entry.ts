import { changedTerms } from "./changed-terms.ts";
import type { Entry, Event, EventByKind } from "@bowline/contracts";
import { addOrder, type BookState, type KnownExecution, rememberAnomaly, setStatus } from "./book-state.ts";
import { execVersion } from "./exec-id.ts";
import { observeExternalOrder } from "./external-orders.ts";
import { type KnownOrder, type OrderEvent, addFill, standingOf, takeFill } from "./known-order.ts";
import { legOfSubmitted } from "./legs.ts";
import { type OrderStep, fillStep, moveOf } from "./life-cycle.ts";

const STEPS = {
  "order.accepted": "accepted",
  "order.canceled": "canceled",
  "order.rejected": "rejected",
  "order.expired": "expired",
  "order.unknown": "unknown",
  "order.resolved": "resolved",
  "order.lost": "lost",
  "order.replaced": "replaced",
  "order.replace-rejected": "replace-rejected",
  "order.cancel-rejected": "cancel-rejected",
} as const satisfies Partial<Record<OrderEvent["kind"], OrderStep>>;

type StepEvent = EventByKind<keyof typeof STEPS>;

/** Rebuilds the book from one entry. Events of orders that the journal never submitted are left alone. */
export function observeEntry(state: BookState, entry: Entry): void {
  const { event, header } = entry;
  state.nowUs = Math.max(state.nowUs, header.seenUs);
  switch (event.kind) {
    case "order.submitted":
      if (!state.orders.has(event.clOrdId)) addOrder(state, legOfSubmitted(event));
      return;
    case "order.cancel-intent":
      return observeCancelIntent(state, event.clOrdId);
    case "order.filled":
      return observeFill(state, event);
    case "order.corrected":
      return observeCorrection(state, event);
    case "order.commission":
    case "broker.external-commission":
      return observeCommission(state, event);
    case "broker.external-order":
      return observeExternalOrder(state, event);
    case "broker.external-fill":
      return observeExternalFill(state, event);
    default:
      if (isStepEvent(event)) observeStep(state, event);
      else observeAnomaly(state, event);
  }
}

/** After a resume nothing halts its scope any more: what is found there again must. */
function observeAnomaly(state: BookState, event: Event): void {
  if (event.kind === "order.anomaly") rememberAnomaly(state, event);
  if (event.kind !== "control.resume") return;
  for (const [key, { halts }] of state.anomalies) if (halts === event.scope) state.anomalies.delete(key);
}

const isStepEvent = (event: Event): event is StepEvent => event.kind in STEPS;

function take(state: BookState, order: KnownOrder, name: OrderStep): boolean {
  const move = moveOf(standingOf(order), name);
  if (move.type === "legal") setStatus(state, order, move.status, state.nowUs);
  return move.type === "legal";
}

function observeCancelIntent(state: BookState, clOrdId: string): void {
  state.cancelRequests.set(clOrdId, state.nowUs);
  const order = state.orders.get(clOrdId);
  if (order === undefined) return;
  order.cancelRequested = true;
  take(state, order, "cancel-requested");
}

function observeFill(state: BookState, event: EventByKind<"order.filled">): void {
  const order = state.orders.get(event.clOrdId);
  if (order === undefined || state.execIds.has(event.execId)) return;
  addFill(order, event.lastQty, event.lastPx);
  remember(state, event, order);
  take(state, order, fillStep(standingOf(order)));
}

function observeCorrection(state: BookState, event: EventByKind<"order.corrected">): void {
  const order = state.orders.get(event.clOrdId);
  if (order === undefined || state.execIds.has(event.execId)) return;
  takeFill(order, event.correctedQty, event.correctedPx);
  if (event.lastQty > 0) addFill(order, event.lastQty, event.lastPx);
  remember(state, event, order);
  take(state, order, event.lastQty === 0 ? "busted" : "corrected");
}

function observeExternalFill(state: BookState, event: EventByKind<"broker.external-fill">): void {
  if (!state.execIds.has(event.execId)) remember(state, event, undefined);
}

type Told = Omit<KnownExecution, "version" | "order" | "orderRef" | "cumQty" | "told">;

function remember(state: BookState, event: Told & { readonly orderRef?: string }, order: KnownOrder | undefined): void {
  const { execId, orderId, accountId, symbol, side, lastQty, lastPx, transactUs } = event;
  const { stem, version } = execVersion(execId);
  state.execIds.set(execId, transactUs);
  state.executions.set(stem, {
    execId,
    version,
    order,
    orderId,
    orderRef: event.orderRef ?? order?.leg.clOrdId ?? "",
    accountId,
    symbol,
    side,
    lastQty,
    lastPx,
    transactUs,
    cumQty: order?.cumQty ?? 0,
    told: true,
  });
}

function observeCommission(
  state: BookState,
  { execId, commission }: Pick<EventByKind<"order.commission">, "execId" | "commission">,
): void {
  const { stem, version } = execVersion(execId);
  state.charges.set(stem, { version, commission });
}

function observeStep(state: BookState, event: StepEvent): void {
  const order = state.orders.get(event.clOrdId);
  if (order === undefined) return;
  if (event.kind === "order.accepted") order.accepted = true;
  if (event.kind === "order.accepted" || event.kind === "order.resolved") observeOrderId(state, order, event.orderId);
  // That a change was sent is not journaled: its answer says so.
  if (event.kind === "order.replaced") take(state, order, "replace-requested");
  if (event.kind === "order.replaced" || event.kind === "order.replace-rejected") observeAnswer(state, order, event);
  const moved = take(state, order, STEPS[event.kind]);
  if (moved && event.kind === "order.accepted" && order.cancelRequested) take(state, order, "cancel-requested");
}

function observeOrderId(state: BookState, order: KnownOrder, orderId: string): void {
  order.orderId ??= orderId;
  order.orderIds.set(orderId, { ibOrderId: order.ibOrderId, live: true });
  state.byOrderId.set(orderId, order);
  if (order.orderIds.size > 1) state.doubled.add(order);
}

function observeAnswer(
  state: BookState,
  order: KnownOrder,
  event: EventByKind<"order.replaced"> | EventByKind<"order.replace-rejected">,
): void {
  state.replacesDone.set(event.replaceId, state.nowUs);
  if (order.replacing?.replaceId === event.replaceId) order.replacing = undefined;
  if (event.kind === "order.replaced") order.terms = changedTerms(event, {});
}
