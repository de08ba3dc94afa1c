import { type AnomalyEffect, type EventByKind, type ExternalPolicy, GLOBAL_SCOPE, type Side } from "@bowline/contracts";
import type { Money, Px, Qty, Us } from "@bowline/kernel";
import { type Anomaly, anomalyKey } from "./anomaly.ts";
import type { BrokerCallback, BrokerRef } from "./broker-callback.ts";
import type { OrderOutput } from "./canonical-order.ts";
import type { ExternalOrder } from "./external-orders.ts";
import type { Finding } from "./finding.ts";
import { type KnownOrder, type OrderEvent, newKnownOrder, standingOf } from "./known-order.ts";
import type { OrderLeg } from "./legs.ts";
import { type OrderStep, type OrdStatus, isTerminal, moveOf } from "./life-cycle.ts";

export type CallbackOf<T extends BrokerCallback["type"]> = Extract<BrokerCallback, { type: T }>;

/** One execution as it was told last. */
export type KnownExecution = {
  readonly execId: string;
  readonly version: number;
  /** `undefined` where the order is not ours. */
  readonly order: KnownOrder | undefined;
  readonly orderId: string;
  readonly orderRef: string;
  readonly accountId: string;
  readonly symbol: string;
  readonly side: Side;
  readonly lastQty: Qty;
  readonly lastPx: Px;
  readonly transactUs: Us;
  /** The order's filled quantity as of this execution: what sorts its commission. */
  readonly cumQty: number;
  /** False: part of what the account held before, told to nobody. */
  readonly told: boolean;
};

/** All that the book remembers. */
export type BookState = {
  readonly externalPolicy: ExternalPolicy;
  /** Greatest time that was read or told, 0 before the first: when something was learned. */
  nowUs: number;
  /** Executions from before this are not remembered any more; `undefined`: all are. */
  forgottenUs: number | undefined;
  /** How many orders were ever made known. */
  placements: number;
  readonly orders: Map<string, KnownOrder>;
  /** Those that work, or may. */
  readonly open: Set<KnownOrder>;
  /** When the others ended, or `JUST_NOW`. */
  readonly endedUs: Map<KnownOrder, number>;
  /** Those of which the broker made a second. */
  readonly doubled: Set<KnownOrder>;
  readonly byOrderId: Map<string, KnownOrder>;
  readonly byIbOrderId: Map<number, KnownOrder>;
  /** Every execution id that was heard or journaled, and when it was executed. */
  readonly execIds: Map<string, Us>;
  /** The newest version of each execution, by the part of its id that stays. */
  readonly executions: Map<string, KnownExecution>;
  /** The charge told last for each execution. */
  readonly charges: Map<string, { readonly version: number; readonly commission: Money }>;
  /** Charges that came before their execution, by its id. */
  readonly earlyCommissions: Map<string, { readonly heardUs: number; readonly callback: CallbackOf<"commission"> }>;
  /** Orders that are not ours, by permId. */
  readonly externalOrders: Map<string, ExternalOrder>;
  /** Those of them that may still fill. */
  readonly openExternal: Set<ExternalOrder>;
  /** Whether executions that are not ours count; before the first reconciliation they are part of what the account held. */
  countsExternal: boolean;
  /** Executions of an earlier process that were part of what the account held, by the part of the id that stays. */
  readonly heldExecutions: Set<string>;
  /** Orders whose cancel a strategy asked for, also where they are not known yet. */
  readonly cancelRequests: Map<string, number>;
  /** Changes that have their answer, and when it came. */
  readonly replacesDone: Map<string, number>;
  /** What was told, with the scope that it halts, and when. */
  readonly anomalies: Map<string, { readonly halts: string | undefined; readonly toldUs: number }>;
};

export const emptyBook = (externalPolicy: ExternalPolicy): BookState => ({
  externalPolicy,
  nowUs: 0,
  forgottenUs: undefined,
  placements: 0,
  orders: new Map(),
  open: new Set(),
  endedUs: new Map(),
  doubled: new Set(),
  byOrderId: new Map(),
  byIbOrderId: new Map(),
  execIds: new Map(),
  executions: new Map(),
  charges: new Map(),
  earlyCommissions: new Map(),
  externalOrders: new Map(),
  openExternal: new Set(),
  countsExternal: true,
  heldExecutions: new Set(),
  cancelRequests: new Map(),
  replacesDone: new Map(),
  anomalies: new Map(),
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

/** Orders that are not ours come after all of ours. */
const NO_PLACEMENT = Number.MAX_SAFE_INTEGER;

export const say = (
  to: Translation,
  order: KnownOrder | undefined,
  event: OrderEvent,
  cumQty: number = order?.cumQty ?? 0,
): void => void to.outputs.push({ event, placement: order?.placement ?? NO_PLACEMENT, cumQty });

/** Remembers that it was told; without a symbol it halts everything. */
export function rememberAnomaly(
  { anomalies, nowUs }: BookState,
  anomaly: Omit<EventByKind<"order.anomaly">, "kind">,
): void {
  const halts = anomaly.effect === "NONE" ? undefined : (anomaly.symbol ?? GLOBAL_SCOPE);
  anomalies.set(anomalyKey(anomaly), { halts, toldUs: nowUs });
}

/** Makes an order known that is not. */
export function addOrder(state: BookState, leg: OrderLeg): KnownOrder {
  const order = newKnownOrder(leg, state.placements);
  state.placements += 1;
  state.orders.set(leg.clOrdId, order);
  state.open.add(order);
  return order;
}

/** What the broker tells has no time of ours: it counts as of the next time that the book is told one. */
export const JUST_NOW = Number.POSITIVE_INFINITY;

/** The only place where a status changes: which orders are open follows from it. */
export function setStatus(state: BookState, order: KnownOrder, status: OrdStatus, atUs: number = JUST_NOW): void {
  order.status = status;
  if (!isTerminal(status)) {
    state.endedUs.delete(order);
    state.open.add(order);
  } else if (state.open.delete(order)) state.endedUs.set(order, atUs);
}

const byPlacement = (a: KnownOrder, b: KnownOrder): number => a.placement - b.placement;

/** Orders that work or may work, in the order of placing. */
export const openOrders = ({ open }: BookState): readonly KnownOrder[] => [...open].sort(byPlacement);

/** Besides those, ended ones of which the broker made a second that may work on. */
export const mayWork = ({ open, doubled }: BookState): readonly KnownOrder[] =>
  [...new Set([...open, ...[...doubled].filter((order) => idsOf(order).length > 0)])].sort(byPlacement);

/** The session's ids under which an order may still work. */
export function idsOf(order: KnownOrder | undefined): readonly number[] {
  if (order === undefined) return [];
  const live = [...order.orderIds.values()].flatMap((one) => (one.live ? (one.ibOrderId ?? []) : []));
  const isOver = isTerminal(order.status);
  // A second order that the broker made of ours may work on where ours is filled.
  if (isOver && order.orderIds.size < 2) return [];
  if (live.length > 0) return [...new Set(live)];
  return isOver || order.ibOrderId === undefined ? [] : [order.ibOrderId];
}

/** Tells once of something that must not be. What halts is told again where it is found again after a resume. */
export function raise(to: Translation, anomaly: Anomaly, order?: KnownOrder, effect: AnomalyEffect = "NONE"): void {
  if (to.state.anomalies.has(anomalyKey(anomaly))) return;
  const symbol = anomaly.symbol ?? order?.leg.symbol;
  const told = { ...anomaly, ...(symbol === undefined ? {} : { symbol }), effect };
  rememberAnomaly(to.state, told);
  say(to, order, { kind: "order.anomaly", ...told });
}

/** Takes the order one step on. True where it is another than before; an illegal step is told, a repetition is not. */
export function step(to: Translation, order: KnownOrder, name: OrderStep, effect: AnomalyEffect = "NONE"): boolean {
  const move = moveOf(standingOf(order), name);
  if (move.type === "illegal") {
    const { clOrdId } = order.leg;
    raise(to, { code: "ILLEGAL_STEP", subject: clOrdId, detail: `${name} while ${order.status}` }, order, effect);
  }
  if (move.type !== "legal") return false;
  setStatus(to.state, order, move.status);
  return true;
}
