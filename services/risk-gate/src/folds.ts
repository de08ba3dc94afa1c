import { type EventByKind, type EventKind, GLOBAL_SCOPE, killedState } from "@bowline/contracts";
import { addMoney, type Money, subMoney, ZERO_QTY } from "@bowline/kernel";
import {
  agreesWithBroker,
  countFill,
  countRefusal,
  endRuns,
  equityOf,
  holdAnswer,
  holdCancel,
  holdCommission,
  holdExecuted,
  holdExternal,
  holdMovement,
  holdOpening,
  holdQuote,
  holdResolved,
  holdUnknown,
  releaseFill,
  reserveSubmitted,
  restateFill,
  seeFillQuality,
  seeHistory,
  seeMarkouts,
  seeMinute,
  seePnl,
  seeQuote,
  settleReplaced,
  settleReplaceRejected,
} from "@bowline/risk";
import { type Executed, executedChange } from "@bowline/orders";
import { decide, endOrder, oweFills } from "./decide.ts";
import { anchorAnew, noteClosed } from "./flatten/begin-flatten.ts";
import type { Gate } from "./gate.ts";
import type { GateState } from "./machine-state.ts";
import { keepTime } from "./keep-time.ts";
import { askResume, settleResumes } from "./resume.ts";
import { takeLimits } from "./take-limits.ts";
import { decideReplace } from "./replace.ts";
import { lowerState } from "./trading.ts";
import { releaseClosed } from "./watch.ts";

export type Folds = { readonly [K in EventKind]?: (gate: Gate, event: EventByKind<K>) => void };

/** What the gate does on each kind of entry; it ignores every other. */
export const FOLDS: Folds = {
  "md.quote": ({ state }, quote) => {
    seeQuote(state.prices, quote);
    holdQuote(state.holdings, quote);
  },
  "md.bar": ({ state }, bar) => {
    if (bar.timeframe !== "1m") return;
    seeMinute(state.prices, bar);
    const { symbol, closePx, closeUs } = bar;
    if (closePx !== undefined) seeMarkouts(state.fillQuality, { symbol, closePx, closeUs });
  },
  "md.history": (gate, history) => {
    seeHistory(gate.state.prices, history);
    if (history.timeframe === "1d") gate.forget();
  },
  "md.divergence": ({ state }, event) => void state.divergences.set(event.symbol, event),
  "md.availability": ({ state }, { symbol, state: availability }) => void state.availability.set(symbol, availability),
  "md.instrument": ({ state }, { symbol, minTick, sector }) => void state.instruments.set(symbol, { minTick, sector }),
  "signal.accepted": ({ state }, signal) => {
    state.predictions.set(signal.symbol, signal);
    endRuns(state.activity, signal.symbol);
  },

  "order.intent": (gate, { order }) => decide(gate, order),
  "order.parent-intent": ({ state }, { order }) =>
    void state.parents.set(order.clOrdId, { orderQty: order.orderQty, partsQty: ZERO_QTY }),
  "order.cancel-intent": ({ state }, { clOrdId }) => {
    if (holdCancel(state.reservations, clOrdId, state.nowUs)) state.activity.ofSession.sent += 1;
  },
  "order.accepted": ({ state }, { clOrdId }) => holdAnswer(state.reservations, clOrdId),
  "order.cancel-rejected": ({ state }, { clOrdId }) => holdAnswer(state.reservations, clOrdId),
  "order.submitted": ({ state }, event) => reserveSubmitted(state.reservations, event, state.nowUs),
  "order.filled": (gate, fill) => {
    const { state, accountId } = gate;
    if (fill.accountId !== accountId) return;
    const { clOrdId, strategy, symbol, side } = fill;
    const held = state.reservations.get(clOrdId);
    const order = held?.parentIntentId ?? clOrdId;
    seeFillQuality(state.fillQuality, fill, { held, nowUs: state.nowUs });
    moved(gate, fill, strategy);
    countFill(state.activity, { strategy, symbol, buys: side === "BUY", order });
    releaseFill(state.reservations, fill);
    if (fill.cumQty >= (state.owed.get(clOrdId)?.cumQty ?? fill.cumQty)) state.owed.delete(clOrdId);
  },
  "order.corrected": (gate, event) => {
    if (event.accountId !== gate.accountId) return;
    moved(gate, event, event.strategy);
    restateFill(gate.state.reservations, event);
  },
  "order.commission": ({ state }, event) => holdCommission(state.holdings, event),
  "order.anomaly": (gate, { effect, symbol, code, detail }) => {
    if (effect !== "NONE") lowerState(gate, symbol ?? GLOBAL_SCOPE, "HALTED", `${code}: ${detail}`);
  },
  "broker.external-order": (gate, event) => {
    const { policy, symbol, orderId, accountId = gate.accountId, leavesQty } = event;
    if (accountId !== gate.accountId) return;
    if (policy !== "IGNORE") holdExternal(gate.state.reservations, event, gate.state.nowUs);
    if (policy === "HALT" && leavesQty !== 0) lowerState(gate, symbol, "HALTED", `order ${orderId} is not ours`);
  },
  "broker.external-fill": (gate, event) => {
    const { policy, symbol, execId, accountId } = event;
    if (accountId !== gate.accountId) return;
    moved(gate, event, "");
    if (policy === "HALT") lowerState(gate, symbol, "HALTED", `execution ${execId} is not ours`);
  },
  "broker.external-commission": ({ state, accountId }, event) => {
    if (event.accountId === accountId) holdCommission(state.holdings, event);
  },
  "broker.adjustment": (gate, event) => {
    if (event.accountId !== gate.accountId) return;
    moved(gate, event, "");
    for (const [clOrdId, { symbol }] of gate.state.owed) if (symbol === event.symbol) gate.state.owed.delete(clOrdId);
    if (agreesWithBroker(gate.state.holdings, { positions: gate.state.positionsTold }, event.symbol))
      gate.state.differing?.delete(event.symbol);
    if (gate.state.differing?.size === 0) gate.state.differsUs = undefined;
    settleResumes(gate);
  },
  "order.canceled": (gate, event) => {
    oweFills(gate, event);
    endOrder(gate, event.clOrdId);
  },
  "order.rejected": (gate, { clOrdId }) => {
    const { state } = gate;
    const strategy = state.reservations.get(clOrdId)?.strategy;
    if (strategy !== undefined) countRefusal(state.activity, strategy, state.nowUs);
    endOrder(gate, clOrdId);
  },
  "order.expired": (gate, event) => {
    oweFills(gate, event);
    endOrder(gate, event.clOrdId);
  },
  "order.replace-intent": (gate, event) => decideReplace(gate, event),
  "order.replaced": ({ state }, event) => settleReplaced(state.reservations, event),
  "order.replace-rejected": ({ state }, event) => settleReplaceRejected(state.reservations, event),
  "order.lost": (gate, { clOrdId }) => {
    endOrder(gate, clOrdId);
    settleResumes(gate);
  },
  "order.unknown": ({ state }, event) => holdUnknown(state.reservations, event, state.nowUs),
  "order.resolved": (gate, event) => {
    holdResolved(gate.state.reservations, event, gate.state.nowUs);
    settleResumes(gate);
  },

  "broker.session": ({ state }, session) => {
    state.brokerState = session.state;
    state.brokerDownUs = session.state === "READY" ? undefined : (state.brokerDownUs ?? state.nowUs);
  },
  "account.reconciliation": ({ state, accountId }, { accountId: of, differences }) => {
    if (of !== accountId) return;
    // Cash differs by every deposit, dividend and fee; how far equity is off is told with the account.
    const differs = differences.some(({ subject }) => subject !== "CASH");
    state.booksDifferUs = differs ? (state.booksDifferUs ?? state.nowUs) : undefined;
  },
  "broker.account": (gate, account) => {
    const { state, accountId } = gate;
    if (account.accountId !== accountId) return;
    state.accountUs = state.nowUs;
    state.positionsTold = account.positions;
    holdOpening(state.holdings, account);
    const symbols = [...state.holdings.quantities.keys(), ...account.positions.map(({ symbol }) => symbol)];
    const differs = (symbol: string): boolean => !agreesWithBroker(state.holdings, account, symbol);
    state.differing = new Set(symbols.filter(differs).sort());
    state.differsUs = state.differing.size === 0 ? undefined : (state.differsUs ?? state.nowUs);
    seeCash(state, account.cash);
    const ours = equityOf(state.holdings);
    state.equityTold = ours === undefined ? undefined : { ours, theirs: account.equity };
    settleResumes(gate);
  },

  "broker.pnl": ({ state, accountId }, pnl) => {
    if (pnl.accountId === accountId) seePnl(state.pnlGap, pnl.dailyPnl, state.nowUs);
  },

  "control.clock": (gate, clock) => {
    keepTime(gate, clock);
    settleResumes(gate);
  },
  "control.heartbeat": ({ state }, { source, clockUs }) => void state.heartbeats.set(source, clockUs),
  "control.lease": ({ state, entry }, { machineName, leaseEpoch }) => {
    state.leaseEpochs.set(machineName, leaseEpoch);
    if (entry !== undefined) state.builds.set(machineName, entry.header.build);
    if (machineName === "risk-gate") state.ownBuild = entry?.header.build;
  },
  "control.generation": (gate, { generation }) => {
    const { state } = gate;
    const changed = state.generation !== undefined && state.generation !== generation;
    state.generation = generation;
    if (changed) lowerState(gate, GLOBAL_SCOPE, "HALTED", "another journal: reconcile, then resume");
  },
  "control.quarantine": (gate, { machineName, entrySeq }) => {
    const why = `${machineName} skips entry ${entrySeq}`;
    for (const scope of scopesOf(gate, machineName)) lowerState(gate, scope, "HALTED", why);
  },
  "control.kill": (gate, kill) => {
    const { scope, by, reason } = kill;
    const to = killedState(kill);
    if (to === "FLATTENING") anchorAnew(gate, scope);
    lowerState(gate, scope, to, `killed by ${by}: ${reason}`);
  },
  "control.resume": (gate, resume) => askResume(gate, resume),
  "control.limits": (gate, version) => takeLimits(gate, version),
};

function seeCash(state: GateState, theirs: Money): void {
  const { startCash, cashFlow } = state.holdings;
  if (startCash === undefined) return;
  const gap = subMoney(theirs, addMoney(startCash, cashFlow));
  state.cashTold = { gap, before: state.cashTold?.gap ?? gap };
}

/** Whatever moves a position moves the holdings, the round trips of whoever ordered it, and the cash of the day. */
function moved(gate: Gate, event: Executed, strategy: string): void {
  const { state } = gate;
  holdExecuted(state.holdings, event);
  releaseClosed(gate, event.symbol);
  if ("policy" in event && event.policy === "IGNORE") return;
  noteClosed(gate, event);
  const { symbol, quantity, cash } = executedChange(event);
  if (quantity < 0) state.soldToday = addMoney(state.soldToday, cash);
  const sessionDate = state.clock?.sessionDate ?? "";
  holdMovement(state.trips, { strategy, symbol, quantity, cash, atUs: state.nowUs, sessionDate });
}

/** A strategy's machine, and a desk's, stands for the symbols of its group; any other for everything. */
function scopesOf({ groups }: Gate, machineName: string): readonly string[] {
  const [, ownGroup] = /^(?:desk|strategy)\.(.+)$/.exec(machineName) ?? [];
  return (ownGroup === undefined ? undefined : groups.byName.get(ownGroup)) ?? [GLOBAL_SCOPE];
}
