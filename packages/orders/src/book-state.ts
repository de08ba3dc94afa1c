import type { BrokerCallback, BrokerRef } from "./broker-callback.ts";
import type { OrderOutput } from "./canonical-order.ts";
import type { Finding } from "./finding.ts";
import type { KnownOrder, OrderEvent } from "./known-order.ts";
import { type OrderStep, nextStatus } from "./life-cycle.ts";

export type CallbackOf<T extends BrokerCallback["type"]> = Extract<BrokerCallback, { type: T }>;

/** All that the book remembers. */
export type BookState = {
  readonly orders: Map<string, KnownOrder>;
  readonly byOrderId: Map<string, KnownOrder>;
  readonly byIbOrderId: Map<number, KnownOrder>;
  /** Executions by id: the order and its filled quantity as of that fill. */
  readonly executions: Map<string, { readonly order: KnownOrder; readonly cumQty: number }>;
  readonly commissions: Set<string>;
  /** Charges that came before their execution. */
  readonly earlyCommissions: Map<string, CallbackOf<"commission">>;
  readonly externalOrderIds: Set<string>;
  /** Orders whose cancel a strategy asked for, also where they are not known yet. */
  readonly cancelRequests: Set<string>;
};

export const emptyBook = (): BookState => ({
  orders: new Map(),
  byOrderId: new Map(),
  byIbOrderId: new Map(),
  executions: new Map(),
  commissions: new Set(),
  earlyCommissions: new Map(),
  externalOrderIds: new Set(),
  cancelRequests: new Set(),
});

/** By permId, then by our own id, then by the session's id, which counts only where no permId speaks against it. */
export function findOrder(state: BookState, ref: BrokerRef): KnownOrder | undefined {
  const byOrderId = ref.orderId === undefined ? undefined : state.byOrderId.get(ref.orderId);
  if (byOrderId !== undefined) return byOrderId;
  if (ref.clOrdId !== undefined) return state.orders.get(ref.clOrdId);
  const byIbOrderId = ref.ibOrderId === undefined ? undefined : state.byIbOrderId.get(ref.ibOrderId);
  const speaksAgainst =
    byIbOrderId?.orderId !== undefined && ref.orderId !== undefined && ref.orderId !== byIbOrderId.orderId;
  return speaksAgainst ? undefined : byIbOrderId;
}

/** One callback's translation under way: the book, and what has come out so far. */
export type Translation = { readonly state: BookState; readonly outputs: OrderOutput[]; readonly findings: Finding[] };

export const note = (to: Translation, code: Finding["code"], subject: string, detail: string): void =>
  void to.findings.push({ code, subject, detail });

export const say = (to: Translation, order: KnownOrder, event: OrderEvent, cumQty: number = order.cumQty): void =>
  void to.outputs.push({ event, placement: order.placement, cumQty });

/** Takes the order one step on; false, with a finding, where the step is illegal. */
export function step(to: Translation, order: KnownOrder, name: OrderStep): boolean {
  const next = nextStatus(order.status, name);
  if (next === undefined) note(to, "ILLEGAL_STEP", order.leg.clOrdId, `${name} while ${order.status}`);
  else order.status = next;
  return next !== undefined;
}
