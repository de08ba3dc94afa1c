import type { AnomalyEffect, Entry, ExternalPolicy } from "@bowline/contracts";
import { type Us, assert } from "@bowline/kernel";
import type { Anomaly } from "./anomaly.ts";
import {
  addOrder,
  type BookState,
  emptyBook,
  findOrder,
  idsOf,
  mayWork,
  openOrders,
  raise,
  say,
  setStatus,
  step,
  type Translation,
} from "./book-state.ts";
import type { BrokerCallback, BrokerRef } from "./broker-callback.ts";
import { translateCallback } from "./broker-events.ts";
import type { OrderOutput } from "./canonical-order.ts";
import { execVersion } from "./exec-id.ts";
import { type ExternalOrder, openExternal, settleExternal } from "./external-orders.ts";
import type { Finding } from "./finding.ts";
import { forget } from "./forget.ts";
import { type KnownOrder, type WorkingTerms, aboutOrder, standingOf } from "./known-order.ts";
import type { OrderLeg } from "./legs.ts";
import { isTerminal, moveOf } from "./life-cycle.ts";
import { observeEntry } from "./observe-entry.ts";
import { mayStep } from "./order-steps.ts";
import { changedTerms } from "./changed-terms.ts";
import { giveUpReplace } from "./replace.ts";

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
  /** Besides those, ended ones of which the broker made a second that may work on. */
  mayWork(): readonly Readonly<KnownOrder>[];
  /** Orders of ours in a symbol that may have filled without our knowing: those that may work, and those given up as lost. */
  mayHaveFilled(symbol: string): readonly Readonly<KnownOrder>[];
  /**
   * Forgets what ended and was executed long ago: more than `REMEMBERED_US` before now. Returns the clOrdIds that are forgotten. An older
   * execution that is told later is an anomaly: it may have been booked.
   */
  forget(nowUs: Us): readonly string[];
  hasExecution(execId: string): boolean;
  /** Orders that are not ours and may still fill, as the broker's list showed them last. */
  openExternal(): readonly Readonly<ExternalOrder>[];
  /**
   * After a whole look: those that worked `before` it and are not among the `shown` work no more. By permId.
   */
  settleExternal(look: {
    readonly before: Iterable<string>;
    readonly shown: ReadonlySet<string>;
  }): readonly OrderOutput[];
  /**
   * A change of a working order is about to be sent: it is under way until the broker shows it, or refuses it. `undefined` where it
   * had its answer, another is under way, or the order cannot be changed any more.
   */
  beginReplace(change: ReplaceChange): WorkingTerms | undefined;
  /** A change that was begun was not made: the list of open orders shows the order as it was long after, or it was not sent after all. */
  giveUpReplace(clOrdId: string, reason?: string): readonly OrderOutput[];
  /** A change that was never sent is answered so, once. */
  refuseReplace(clOrdId: string, replaceId: string, reason: string): readonly OrderOutput[];
  /** An anomaly that others found, once; one that halts is told again after a resume of what it halts. */
  raise(anomaly: Anomaly, effect: AnomalyEffect): readonly OrderOutput[];
  /** The session's ids under which an order may still work: more than one where the broker made two of it. */
  idsOf(clOrdId: string): readonly number[];
  /** Executions that are not ours are part of what the account held; those of a list at once, all others while this is on. */
  holdExternal(execIds?: readonly string[]): void;
  /** From now on they count. Returns the ids that were held back. */
  countExternal(): readonly string[];
  /** Whether a strategy asked for this order's cancel, known or not. */
  cancelRequested(clOrdId: string): boolean;
};

export type ReplaceChange = { readonly clOrdId: string; readonly replaceId: string } & Partial<WorkingTerms>;

/** `externalPolicy` is told with everything that is not ours. */
export function makeOrderBook(options: { readonly externalPolicy?: ExternalPolicy } = {}): OrderBook {
  const state = emptyBook(options.externalPolicy ?? "ADOPT");
  return {
    observe: (entry) => observeEntry(state, entry),
    add: (leg, ibOrderId) => bindOrder(state, leg, ibOrderId),
    apply: (callback) => translating(state, (to) => translateCallback(to, callback)),
    doubt: (clOrdId, reason) => stepAside(state, clOrdId, { name: "unknown", text: reason }),
    lose: (clOrdId, evidence) => stepAside(state, clOrdId, { name: "lost", text: evidence }),
    get: (clOrdId) => state.orders.get(clOrdId),
    find: (ref) => findOrder(state, ref),
    open: () => openOrders(state),
    mayWork: () => mayWork(state),
    mayHaveFilled: (symbol) =>
      [...openOrders(state), ...state.endedUs.keys()].filter(
        ({ leg, status }) => leg.symbol === symbol && (status === "LOST" || !isTerminal(status)),
      ),
    forget: (nowUs) => forget(state, nowUs),
    hasExecution: (execId) => state.execIds.has(execId),
    openExternal: () => openExternal(state),
    settleExternal: (look) => translating(state, (to) => settleExternal(to, look)).outputs,
    beginReplace: (change) => beginReplace(state, change),
    giveUpReplace: (clOrdId, reason = "the broker shows the order as it was") =>
      withOrder(state, clOrdId, (to, order) => giveUpReplace(to, order, reason)),
    refuseReplace: (clOrdId, replaceId, reason) => refuseReplace(state, { clOrdId, replaceId }, reason),
    raise: (anomaly, effect) => translating(state, (to) => raise(to, anomaly, undefined, effect)).outputs,
    idsOf: (clOrdId) => idsOf(state.orders.get(clOrdId)),
    holdExternal: (execIds) => holdExternal(state, execIds),
    countExternal: () => countExternal(state),
    cancelRequested: (clOrdId) => state.cancelRequests.has(clOrdId),
  };
}

function translating(state: BookState, work: (to: Translation) => void): Applied {
  const to: Translation = { state, outputs: [], findings: [] };
  work(to);
  return { outputs: to.outputs, findings: to.findings };
}

function bindOrder(state: BookState, leg: OrderLeg, ibOrderId: number | undefined): KnownOrder {
  const order = state.orders.get(leg.clOrdId) ?? addOrder(state, leg);
  order.cancelRequested ||= state.cancelRequests.has(leg.clOrdId);
  if (ibOrderId !== undefined) {
    order.ibOrderId = ibOrderId;
    for (const known of order.orderIds.values()) known.ibOrderId ??= ibOrderId;
    state.byIbOrderId.set(ibOrderId, order);
  }
  return order;
}

function withOrder(
  state: BookState,
  clOrdId: string,
  act: (to: Translation, order: KnownOrder) => void,
): readonly OrderOutput[] {
  const order = state.orders.get(clOrdId);
  assert(order !== undefined, `no such order ${clOrdId}`);
  return translating(state, (to) => act(to, order)).outputs;
}

function beginReplace(state: BookState, change: ReplaceChange): WorkingTerms | undefined {
  const order = state.orders.get(change.clOrdId);
  if (order === undefined || order.replacing !== undefined || state.replacesDone.has(change.replaceId))
    return undefined;
  const move = moveOf(standingOf(order), "replace-requested");
  if (move.type !== "legal") return undefined;
  const terms = changedTerms(order.terms, change);
  order.replacing = { replaceId: change.replaceId, terms };
  setStatus(state, order, move.status);
  return terms;
}

function refuseReplace(
  state: BookState,
  { clOrdId, replaceId }: Pick<ReplaceChange, "clOrdId" | "replaceId">,
  reason: string,
): readonly OrderOutput[] {
  const order = state.orders.get(clOrdId);
  if (order === undefined || state.replacesDone.has(replaceId) || order.replacing?.replaceId === replaceId) return [];
  state.replacesDone.set(replaceId, state.nowUs);
  return translating(state, (to) =>
    say(to, order, { kind: "order.replace-rejected", ...aboutOrder(order), replaceId, code: 0, reason }),
  ).outputs;
}

function holdExternal(state: BookState, execIds: readonly string[] | undefined): void {
  if (execIds === undefined) state.countsExternal = false;
  else for (const execId of execIds) state.heldExecutions.add(execVersion(execId).stem);
}

function countExternal(state: BookState): readonly string[] {
  state.countsExternal = true;
  return [...state.executions.values()].filter(({ told }) => !told).map(({ execId }) => execId);
}

/** Our own doubt about an order, not the broker's word: legal only where the life cycle has it. */
function stepAside(
  state: BookState,
  clOrdId: string,
  aside: { readonly name: "unknown" | "lost"; readonly text: string },
): readonly OrderOutput[] {
  const order = state.orders.get(clOrdId);
  assert(order !== undefined, `${aside.name}: no such order ${clOrdId}`);
  if (!mayStep(order, aside.name)) return [];
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
