import { ZERO_QTY, subQty } from "@bowline/kernel";
import {
  type CallbackOf,
  type KnownExecution,
  type Translation,
  findOrder,
  note,
  raise,
  say,
  step,
} from "./book-state.ts";
import { execVersion } from "./exec-id.ts";
import { executeExternal } from "./external-orders.ts";
import { type KnownOrder, aboutOrder, addFill, avgPx, leavesQty, standingOf, takeFill } from "./known-order.ts";
import { fillStep, isTerminal } from "./life-cycle.ts";
import { accept } from "./order-steps.ts";

/**
 * One execution, or its correction, once by its id. A fill is a fact: it is told whatever state we thought the order in. Of one
 * execution the highest version counts, in whatever order they come.
 */
export function applyExecution(to: Translation, callback: CallbackOf<"execution">): void {
  const { state } = to;
  const { execId } = callback;
  if (state.execIds.has(execId)) return;
  const { stem, version } = execVersion(execId);
  const before = state.executions.get(stem);
  if (before === undefined && callback.transactUs < (state.forgottenUs ?? 0)) return raiseTooOld(to, callback);
  state.execIds.set(execId, callback.transactUs);
  if (state.heldExecutions.has(stem)) return;
  if (before !== undefined && before.version >= version)
    return note(to, "STALE_CORRECTION", execId, `${before.execId} is newer`);
  if (isMalformed(callback)) {
    const detail = `quantity ${callback.lastQty}, price ${callback.lastPx}`;
    return raise(to, { code: "EXECUTION_MALFORMED", subject: execId, symbol: callback.symbol, detail });
  }
  const order = before === undefined ? findOrder(state, callback.ref) : before.order;
  const execution =
    order === undefined
      ? externalExecution(to, callback, { version, before })
      : ownExecution(to, order, { callback, version, before });
  state.executions.set(stem, execution);
  const early = state.earlyCommissions.get(execId);
  if (early !== undefined) applyCommission(to, early.callback);
}

/** It may have been booked and forgotten: neither booked again nor passed over in silence. */
function raiseTooOld(to: Translation, { execId, symbol, ref }: CallbackOf<"execution">): void {
  const detail = "it was executed before everything that is remembered: compare the position with TWS";
  const anomaly = { code: "EXECUTION_TOO_OLD", subject: execId, symbol, detail } as const;
  raise(to, anomaly, findOrder(to.state, ref), "HALT_SYMBOL");
}

/** An execution of 0 shares is one that was taken back. */
const isMalformed = ({ lastQty, lastPx }: CallbackOf<"execution">): boolean =>
  lastQty < 0 || (lastPx <= 0 && lastQty !== 0);

type Heard = { readonly version: number; readonly before: KnownExecution | undefined };

function ownExecution(
  to: Translation,
  order: KnownOrder,
  { callback, version, before }: Heard & { readonly callback: CallbackOf<"execution"> },
): KnownExecution {
  accept(to, order, callback.ref, "executions");
  const { accountId, symbol, side, clOrdId } = order.leg;
  const execution = {
    ...whatOf(callback, { version, before }),
    order,
    accountId,
    symbol,
    side,
    orderRef: clOrdId,
    told: true,
    orderId: order.orderId ?? "unknown",
  };
  if (before === undefined) fill(to, order, execution);
  else correct(to, order, { execution, before });
  return { ...execution, cumQty: order.cumQty };
}

function externalExecution(to: Translation, callback: CallbackOf<"execution">, heard: Heard): KnownExecution {
  const { ref, symbol, side, accountId = "unknown" } = callback;
  const execution = {
    ...whatOf(callback, heard),
    order: undefined,
    accountId,
    symbol,
    side,
    orderRef: ref.clOrdId ?? "",
    orderId: ref.orderId ?? "unknown",
    told: heard.before?.told ?? to.state.countsExternal,
  };
  tellExternal(to, execution, heard.before);
  const changeQty = subQty(execution.lastQty, heard.before?.lastQty ?? ZERO_QTY);
  executeExternal(to, { ...callback, orderId: execution.orderId, changeQty });
  return execution;
}

/** What was taken back has no price of its own. */
const whatOf = ({ execId, lastQty, lastPx, transactUs }: CallbackOf<"execution">, { version, before }: Heard) => ({
  execId,
  version,
  lastQty,
  transactUs,
  lastPx: lastPx > 0 || before === undefined ? lastPx : before.lastPx,
  cumQty: 0,
});

function fill(to: Translation, order: KnownOrder, execution: KnownExecution): void {
  const { execId, lastQty, lastPx, transactUs, accountId, side, orderId } = execution;
  // Taken back before it was ever told: nothing happened, and the earlier version that may still come is stale.
  if (lastQty === 0) return;
  addFill(order, lastQty, lastPx);
  const { clOrdId, strategy } = order.leg;
  if (isTerminal(order.status)) note(to, "LATE_FILL", clOrdId, `${execId} while ${order.status}`);
  const name = fillStep(standingOf(order));
  step(to, order, name, "HALT_SYMBOL");
  say(to, order, {
    kind: "order.filled",
    ...aboutOrder(order),
    orderId,
    execId,
    accountId,
    strategy,
    side,
    lastQty,
    lastPx,
    cumQty: order.cumQty,
    leavesQty: leavesQty(order),
    avgPx: avgPx(order),
    transactUs,
  });
  if (name === "over-filled") raiseOverfill(to, order);
}

function raiseOverfill(to: Translation, order: KnownOrder): void {
  const detail = `${order.cumQty} filled of ${order.terms.orderQty} micros ordered`;
  raise(to, { code: "OVERFILL", subject: order.leg.clOrdId, detail }, order, "HALT_SYMBOL");
}

type Correction = { readonly execution: KnownExecution; readonly before: KnownExecution };

function correct(to: Translation, order: KnownOrder, { execution, before }: Correction): void {
  const { execId, lastQty, lastPx, transactUs, accountId, side, orderId } = execution;
  takeFill(order, before.lastQty, before.lastPx);
  if (lastQty > 0) addFill(order, lastQty, lastPx);
  step(to, order, lastQty === 0 ? "busted" : "corrected");
  say(to, order, {
    kind: "order.corrected",
    ...aboutOrder(order),
    orderId,
    execId,
    correctsExecId: before.execId,
    accountId,
    strategy: order.leg.strategy,
    side,
    lastQty,
    lastPx,
    correctedQty: before.lastQty,
    correctedPx: before.lastPx,
    cumQty: order.cumQty,
    leavesQty: isTerminal(order.status) ? ZERO_QTY : leavesQty(order),
    ...(order.cumQty > 0 ? { avgPx: avgPx(order) } : {}),
    transactUs,
  });
  if (order.cumQty > Math.max(order.terms.orderQty, order.replacing?.terms.orderQty ?? 0)) raiseOverfill(to, order);
}

/** An execution of an order that is not ours. */
function tellExternal(to: Translation, execution: KnownExecution, before: KnownExecution | undefined): void {
  const { execId, orderId, orderRef, accountId, symbol, side, lastQty, lastPx, transactUs, told } = execution;
  if (!told || (before === undefined && lastQty === 0)) return;
  say(to, undefined, {
    kind: "broker.external-fill",
    orderId,
    execId,
    ...(before === undefined
      ? {}
      : { correctsExecId: before.execId, correctedQty: before.lastQty, correctedPx: before.lastPx }),
    accountId,
    symbol,
    side,
    lastQty,
    lastPx,
    transactUs,
    orderRef,
    policy: to.state.externalPolicy,
  });
}

/** The charge of one execution, once; held back while the execution itself has not come. */
export function applyCommission(to: Translation, callback: CallbackOf<"commission">): void {
  const { state } = to;
  const { execId, commission, currency } = callback;
  if (!state.execIds.has(execId)) return void state.earlyCommissions.set(execId, { heardUs: state.nowUs, callback });
  state.earlyCommissions.delete(execId);
  const { stem, version } = execVersion(execId);
  const before = state.charges.get(stem);
  const execution = state.executions.get(stem);
  if (execution === undefined || (before !== undefined && before.version >= version)) return;
  state.charges.set(stem, { version, commission });
  if (!execution.told) return;
  const { order, accountId, symbol, cumQty } = execution;
  const charge = {
    execId,
    commission,
    currency,
    ...(before === undefined ? {} : { commissionBefore: before.commission }),
  };
  if (order !== undefined) return say(to, order, { kind: "order.commission", ...aboutOrder(order), ...charge }, cumQty);
  say(to, undefined, {
    kind: "broker.external-commission",
    accountId,
    symbol,
    ...charge,
    policy: state.externalPolicy,
  });
}
