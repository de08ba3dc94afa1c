import { type CallbackOf, type Translation, findOrder, note, say, step } from "./book-state.ts";
import { correctedExecId } from "./exec-id.ts";
import { reportExternal } from "./external-orders.ts";
import { type KnownOrder, aboutOrder, addFill, avgPx, leavesQty } from "./known-order.ts";
import { isTerminal } from "./life-cycle.ts";
import { accept } from "./order-steps.ts";

/** One fill, once by its execId. A fill is a fact: it is told whatever state we thought the order in. */
export function applyExecution(to: Translation, callback: CallbackOf<"execution">): void {
  const { execId, lastQty, lastPx } = callback;
  if (to.state.executions.has(execId)) return;
  if (lastQty <= 0 || lastPx <= 0)
    return note(to, "EXECUTION_MALFORMED", execId, `quantity ${lastQty}, price ${lastPx}`);
  const corrected = correctedExecId(execId, to.state.executions);
  if (corrected !== undefined)
    return note(to, "EXECUTION_CORRECTED", execId, `supersedes ${corrected}; compare the position with the broker's`);
  const order = findOrder(to.state, callback.ref);
  if (order === undefined) return reportExternal(to, callback, lastQty);
  accept(to, order, callback.ref, "executions");
  fill(to, order, callback);
  const early = to.state.earlyCommissions.get(execId);
  if (early !== undefined) applyCommission(to, early);
}

function fill(to: Translation, order: KnownOrder, callback: CallbackOf<"execution">): void {
  const { execId, lastQty, lastPx, transactUs, ref } = callback;
  addFill(order, lastQty, lastPx);
  to.state.executions.set(execId, { order, cumQty: order.cumQty });
  if (isTerminal(order.status)) note(to, "LATE_FILL", order.leg.clOrdId, `${execId} while ${order.status}`);
  step(to, order, leavesQty(order) === 0 ? "filled" : "part-filled");
  const { accountId, strategy, side } = order.leg;
  say(to, order, {
    kind: "order.filled",
    ...aboutOrder(order),
    orderId: order.orderId ?? ref.orderId ?? "unknown",
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
}

/** The charge of one execution, once; held back while the execution itself has not come. */
export function applyCommission(to: Translation, callback: CallbackOf<"commission">): void {
  const { execId, commission, currency } = callback;
  if (to.state.commissions.has(execId)) return;
  const execution = to.state.executions.get(execId);
  if (execution === undefined) return void to.state.earlyCommissions.set(execId, callback);
  to.state.earlyCommissions.delete(execId);
  to.state.commissions.add(execId);
  say(
    to,
    execution.order,
    { kind: "order.commission", ...aboutOrder(execution.order), execId, commission, currency },
    execution.cumQty,
  );
}
