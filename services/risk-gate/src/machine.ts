import type { Groups } from "@bowline/config";
import {
  type Emit,
  type Entry,
  type EventByKind,
  type EventKind,
  GLOBAL_SCOPE,
  type Machine,
  type TradingState,
} from "@bowline/contracts";
import { assert, US_PER_DAY, US_PER_MINUTE, US_PER_SECOND } from "@bowline/kernel";
import {
  agreesWithBroker,
  countApproval,
  equityOf,
  evaluateChecks,
  holdCommission,
  holdExecuted,
  holdExternal,
  holdOpening,
  holdQuote,
  holdResolved,
  holdUnknown,
  lapsedAt,
  release,
  releaseFill,
  reserve,
  reserveSubmitted,
  restateFill,
  type RiskLimits,
  settleReplaced,
  settleReplaceRejected,
} from "@bowline/risk";
import { type GateState, makeGateState, restoreGate, snapshotGate } from "./machine-state.ts";
import { viewOf } from "./machine-view.ts";
import { decideReplace } from "./replace.ts";

export type RiskGateOptions = { readonly limits: RiskLimits; readonly groups: Groups; readonly accountId: string };

/** How long after its expiry an approval that was not sent gives its exposure back. */
const LAPSE_TOLERANCE_US = 2 * US_PER_SECOND;
/** A clock that beats every second is answered each time: execution listens. One of longer steps once a minute. */
const BEATS_ALONG_US = 2 * US_PER_SECOND;
/** How long an order id is remembered as decided. */
const DECIDED_MEMORY_US = 2 * US_PER_DAY;

/** The gate at one entry; one object for all of them, as most entries are quotes. */
export type Gate = RiskGateOptions & { state: GateState; emit: Emit; entry: Entry | undefined };
type Folds = { readonly [K in EventKind]?: (gate: Gate, event: EventByKind<K>) => void };

/** What the gate does on each kind of entry; it ignores every other. */
const FOLDS: Folds = {
  "md.quote": ({ state }, quote) => {
    state.quotes.set(quote.symbol, quote);
    holdQuote(state.holdings, quote);
  },
  "md.divergence": ({ state }, divergence) => void state.divergences.set(divergence.symbol, divergence),
  "md.bar": ({ state }, { symbol, timeframe, status }) => {
    if (timeframe === "1m") state.barStatuses.set(symbol, status);
  },
  "md.availability": ({ state }, { symbol, state: availability }) => void state.availability.set(symbol, availability),
  "md.instrument": ({ state }, { symbol, minTick }) => void state.instruments.set(symbol, minTick),

  "order.intent": (gate, { order }) => decide(gate, order),
  "order.cancel-intent": ({ state }, { clOrdId }) => {
    const held = state.reservations.get(clOrdId);
    if (held !== undefined) held.canceling = true;
  },
  "order.submitted": ({ state }, event) => reserveSubmitted(state.reservations, event, state.nowUs),
  "order.filled": ({ state, accountId }, fill) => {
    if (fill.accountId !== accountId) return;
    holdExecuted(state.holdings, fill);
    releaseFill(state.reservations, fill);
  },
  "order.corrected": ({ state, accountId }, event) => {
    if (event.accountId !== accountId) return;
    holdExecuted(state.holdings, event);
    restateFill(state.reservations, event);
  },
  "order.commission": ({ state }, event) => holdCommission(state.holdings, event),
  "order.anomaly": (gate, { effect, symbol, code, detail }) => {
    if (effect !== "NONE") setTradingState(gate, symbol ?? GLOBAL_SCOPE, "HALTED", `${code}: ${detail}`);
  },
  "broker.external-order": (gate, event) => {
    const { policy, symbol, orderId, accountId = gate.accountId, leavesQty } = event;
    if (accountId !== gate.accountId) return;
    if (policy !== "IGNORE") holdExternal(gate.state.reservations, event, gate.state.nowUs);
    if (policy === "HALT" && leavesQty !== 0) setTradingState(gate, symbol, "HALTED", `order ${orderId} is not ours`);
  },
  "broker.external-fill": (gate, event) => {
    const { policy, symbol, execId, accountId } = event;
    if (accountId !== gate.accountId) return;
    holdExecuted(gate.state.holdings, event);
    if (policy === "HALT") setTradingState(gate, symbol, "HALTED", `execution ${execId} is not ours`);
  },
  "broker.external-commission": ({ state, accountId }, event) => {
    if (event.accountId === accountId) holdCommission(state.holdings, event);
  },
  "broker.adjustment": ({ state, accountId }, event) => {
    if (event.accountId === accountId) holdExecuted(state.holdings, event);
  },
  "order.canceled": ({ state }, { clOrdId }) => release(state.reservations, clOrdId),
  "order.rejected": ({ state }, { clOrdId }) => release(state.reservations, clOrdId),
  "order.expired": ({ state }, { clOrdId }) => release(state.reservations, clOrdId),
  "order.replace-intent": (gate, event) => decideReplace(gate, event),
  "order.replaced": ({ state }, event) => settleReplaced(state.reservations, event),
  "order.replace-rejected": ({ state }, event) => settleReplaceRejected(state.reservations, event),
  "order.lost": ({ state }, { clOrdId }) => release(state.reservations, clOrdId),
  "order.unknown": ({ state }, event) => holdUnknown(state.reservations, event, state.nowUs),
  "order.resolved": ({ state }, event) => holdResolved(state.reservations, event, state.nowUs),

  "broker.session": ({ state }, session) => {
    state.brokerState = session.state;
  },
  "broker.account": ({ state, accountId }, account) => {
    if (account.accountId !== accountId) return;
    holdOpening(state.holdings, account);
    const symbols = [...state.holdings.quantities.keys(), ...account.positions.map((p) => p.symbol)];
    state.differing = new Set(symbols.filter((symbol) => !agreesWithBroker(state.holdings, account, symbol)).sort());
  },

  "control.clock": (gate, clock) => keepTime(gate, clock),
  "control.lease": ({ state }, { machineName, leaseEpoch }) => void state.leaseEpochs.set(machineName, leaseEpoch),
  "control.generation": (gate, { generation }) => {
    const { state } = gate;
    const changed = state.generation !== undefined && state.generation !== generation;
    state.generation = generation;
    if (changed) setTradingState(gate, GLOBAL_SCOPE, "HALTED", "another journal: reconcile, then resume");
  },
  "control.quarantine": (gate, { machineName, entrySeq }) => {
    const why = `${machineName} skips entry ${entrySeq}`;
    for (const scope of scopesOf(gate, machineName)) setTradingState(gate, scope, "HALTED", why);
  },
  "control.kill": (gate, { scope, by, reason }) => setTradingState(gate, scope, "HALTED", `killed by ${by}: ${reason}`),
  "control.resume": (gate, { scope, by, reason }) =>
    setTradingState(gate, scope, "ACTIVE", `resumed by ${by}: ${reason}`),
};

/** The machine `risk-gate`: the only writer of approvals. Whatever it does not know speaks against an order. */
export function makeRiskGate(options: RiskGateOptions): Machine {
  const gate: Gate = { ...options, state: makeGateState(), emit: () => undefined, entry: undefined };
  return {
    name: "risk-gate",
    version: 4,
    apply(entry, emit) {
      if (entry.header.seenUs > gate.state.nowUs) gate.state.nowUs = entry.header.seenUs;
      const fold = FOLDS[entry.event.kind] as ((gate: Gate, event: unknown) => void) | undefined;
      if (fold === undefined) return;
      gate.emit = emit;
      gate.entry = entry;
      fold(gate, entry.event);
    },
    snapshot: () => snapshotGate(gate.state),
    restore: (snapshot) => {
      gate.state = restoreGate(snapshot);
    },
  };
}

function decide(gate: Gate, order: EventByKind<"order.intent">["order"]): void {
  const { state, emit, limits, accountId, entry } = gate;
  assert(entry !== undefined, "an intent without its entry");
  const view = viewOf(state, order, { header: entry.header, accountId, group: gate.groups.groupOf(order.symbol) });
  const reasons = evaluateChecks(view, limits);
  state.decided.set(order.clOrdId, state.nowUs);
  if (reasons.length > 0) {
    const { clOrdId, group, symbol, strategy, rule, side, orderQty } = order;
    emit({ kind: "order.denied", clOrdId, group, symbol, strategy, rule, side, orderQty, reasons });
    return;
  }
  assert(view.refPx !== undefined, `${order.clOrdId}: no check missed the reference price`);
  reserve(state.reservations, order);
  countApproval(state.approvalTimes, state.nowUs);
  emit({ kind: "order.approved", order, refPx: view.refPx });
}

function keepTime(gate: Gate, clock: EventByKind<"control.clock">): void {
  const { state, emit } = gate;
  const sinceLastUs = clock.nowUs - (state.clock?.nowUs ?? 0);
  state.clock = clock;
  if (clock.sessionDate !== "" && clock.sessionDate !== state.dayStart.sessionDate) {
    state.dayStart = { sessionDate: clock.sessionDate, equity: undefined };
    forgetDecided(state);
  }
  if (state.dayStart.equity === undefined) state.dayStart = { ...state.dayStart, equity: equityOf(state.holdings) };
  lapse(gate);
  const minute = Math.floor(clock.nowUs / US_PER_MINUTE);
  if (minute === state.heartbeatMinute && sinceLastUs > BEATS_ALONG_US) return;
  state.heartbeatMinute = minute;
  emit({ kind: "control.heartbeat", source: "risk-gate", clockUs: clock.nowUs });
}

function forgetDecided({ decided, nowUs }: GateState): void {
  for (const [clOrdId, decidedUs] of decided) if (nowUs - decidedUs > DECIDED_MEMORY_US) decided.delete(clOrdId);
}

/** Not for a moment later than needed, and never for what may have reached the broker. */
function lapse({ state, emit, groups }: Gate): void {
  for (const clOrdId of lapsedAt(state.reservations, state.nowUs, LAPSE_TOLERANCE_US)) {
    const symbol = state.reservations.get(clOrdId)?.symbol ?? "";
    release(state.reservations, clOrdId);
    emit({
      kind: "order.lapsed",
      clOrdId,
      group: groups.groupOf(symbol) ?? "none",
      symbol,
      reason: "expired before it was sent",
    });
  }
}

/** A strategy's machine, and a desk's, stands for the symbols of its group; any other for everything. */
function scopesOf({ groups }: Gate, machineName: string): readonly string[] {
  const [, ownGroup] = /^(?:desk|strategy)\.(.+)$/.exec(machineName) ?? [];
  return (ownGroup === undefined ? undefined : groups.byName.get(ownGroup)) ?? [GLOBAL_SCOPE];
}

function setTradingState({ state, emit }: Gate, scope: string, to: TradingState, reason: string): void {
  if ((state.tradingStates.get(scope) ?? "ACTIVE") === to) return;
  if (to === "ACTIVE") state.tradingStates.delete(scope);
  else state.tradingStates.set(scope, to);
  emit({ kind: "risk.trading-state", scope, state: to, reason });
}
