import type { EventByKind } from "@bowline/contracts";
import { addQty, assert, subQty } from "@bowline/kernel";
import { countApproval, countRefusal, evaluateChecks, type LimitScope, release, reserve } from "@bowline/risk";
import type { Gate } from "./gate.ts";
import { viewOf } from "./machine-view.ts";

type Order = EventByKind<"order.intent">["order"];

export const scopeOf = ({ accountId }: Gate, { group, strategy, symbol }: Order): LimitScope => ({
  accountId,
  group,
  strategy,
  symbol,
});

/** Approves an intent that every check lets pass, and holds what it may come to; denies any other with all reasons. */
export function decide(gate: Gate, order: Order): void {
  const { state, emit, limits, entry } = gate;
  assert(entry !== undefined, "an intent without its entry");
  const view = viewOf(gate, state, order, entry.header);
  const reasons = evaluateChecks(view, limits.limitsFor(scopeOf(gate, order)));
  state.decided.set(order.clOrdId, state.nowUs);
  if (reasons.length > 0) {
    const { clOrdId, group, symbol, strategy, rule, side, orderQty } = order;
    countRefusal(state.activity, strategy, state.nowUs);
    emit({ kind: "order.denied", clOrdId, group, symbol, strategy, rule, side, orderQty, reasons });
    return;
  }
  assert(view.refPx !== undefined, `${order.clOrdId}: no check missed the reference price`);
  reserve(state.reservations, order, view.refPx);
  const parent = order.parentIntentId === undefined ? undefined : state.parents.get(order.parentIntentId);
  if (parent !== undefined) parent.partsQty = addQty(parent.partsQty, order.orderQty);
  countApproval(state.activity, order, state.nowUs);
  emit({ kind: "order.approved", order, refPx: view.refPx });
}

/** The order ended: what it did not fill is free again, in the limits and for its parent. */
export function endOrder({ state }: Gate, clOrdId: string): void {
  const held = state.reservations.get(clOrdId);
  const parent = held?.parentIntentId === undefined ? undefined : state.parents.get(held.parentIntentId);
  if (held !== undefined && parent !== undefined) parent.partsQty = subQty(parent.partsQty, held.leavesQty);
  release(state.reservations, clOrdId);
}
