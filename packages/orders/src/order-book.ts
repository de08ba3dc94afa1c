import type { Entry } from "@bowline/contracts";
import { assert } from "@bowline/kernel";
import { type BookState, emptyBook, findOrder, say, step, type Translation } from "./book-state.ts";
import type { BrokerCallback, BrokerRef } from "./broker-callback.ts";
import { translateCallback } from "./broker-events.ts";
import type { OrderOutput } from "./canonical-order.ts";
import type { Finding } from "./finding.ts";
import { type KnownOrder, aboutOrder, newKnownOrder } from "./known-order.ts";
import type { OrderLeg } from "./legs.ts";
import { isTerminal, nextStatus } from "./life-cycle.ts";
import { observeEntry } from "./observe-entry.ts";

/** What a callback led to: entries for the journal, and what an operator should hear of. */
export type Applied = { readonly outputs: readonly OrderOutput[]; readonly findings: readonly Finding[] };

/**
 * The orders that are ours, by every name that the broker may use. It is rebuilt from the journal by `observe` and
 * kept by `apply`; a fact that the journal has already gives no second entry.
 */
export type OrderBook = {
  /** Takes in an entry of the journal: all of them while rebuilding, later those of others. What `apply` led to is known already. */
  observe(entry: Entry): void;
  /** Makes an order known before, or without, its `order.submitted` in the journal. Known already: only binds the id. */
  add(leg: OrderLeg, ibOrderId?: number): Readonly<KnownOrder>;
  /** Translates what the broker tells into entries; each fact gives its entry once. */
  apply(callback: BrokerCallback): Applied;
  /** Says that it is not known whether the order reached the broker; nothing where it is in doubt or ended already. */
  doubt(clOrdId: string, reason: string): readonly OrderOutput[];
  /** Says that the broker does not know the order; nothing where it was heard of there, or ended. */
  lose(clOrdId: string, evidence: string): readonly OrderOutput[];
  get(clOrdId: string): Readonly<KnownOrder> | undefined;
  find(ref: BrokerRef): Readonly<KnownOrder> | undefined;
  /** Orders that work or may work, in the order of placing. */
  open(): readonly Readonly<KnownOrder>[];
  hasExecution(execId: string): boolean;
  /** Whether a strategy asked for this order's cancel, known or not. */
  cancelRequested(clOrdId: string): boolean;
};

export function makeOrderBook(): OrderBook {
  const state = emptyBook();
  return {
    observe: (entry) => observeEntry(state, entry),
    add: (leg, ibOrderId) => addOrder(state, leg, ibOrderId),
    apply: (callback) => translating(state, (to) => translateCallback(to, callback)),
    doubt: (clOrdId, reason) => stepAside(state, clOrdId, { name: "unknown", text: reason }),
    lose: (clOrdId, evidence) => stepAside(state, clOrdId, { name: "lost", text: evidence }),
    get: (clOrdId) => state.orders.get(clOrdId),
    find: (ref) => findOrder(state, ref),
    open: () => [...state.orders.values()].filter((order) => !isTerminal(order.status)),
    hasExecution: (execId) => state.executions.has(execId),
    cancelRequested: (clOrdId) => state.cancelRequests.has(clOrdId),
  };
}

function translating(state: BookState, work: (to: Translation) => void): Applied {
  const to: Translation = { state, outputs: [], findings: [] };
  work(to);
  return { outputs: to.outputs, findings: to.findings };
}

function addOrder(state: BookState, leg: OrderLeg, ibOrderId: number | undefined): KnownOrder {
  const order = state.orders.get(leg.clOrdId) ?? newKnownOrder(leg, state.orders.size);
  state.orders.set(leg.clOrdId, order);
  order.cancelRequested ||= state.cancelRequests.has(leg.clOrdId);
  if (ibOrderId !== undefined) {
    order.ibOrderId = ibOrderId;
    state.byIbOrderId.set(ibOrderId, order);
  }
  return order;
}

/** Our own doubt about an order, not the broker's word: legal only where the life cycle has it. */
function stepAside(
  state: BookState,
  clOrdId: string,
  aside: { readonly name: "unknown" | "lost"; readonly text: string },
): readonly OrderOutput[] {
  const order = state.orders.get(clOrdId);
  assert(order !== undefined, `${aside.name}: no such order ${clOrdId}`);
  if (nextStatus(order.status, aside.name) === undefined) return [];
  return translating(state, (to) => {
    step(to, order, aside.name);
    const about = aboutOrder(order);
    say(
      to,
      order,
      aside.name === "unknown"
        ? { kind: "order.unknown", ...about, reason: aside.text }
        : { kind: "order.lost", ...about, evidence: aside.text },
    );
  }).outputs;
}
