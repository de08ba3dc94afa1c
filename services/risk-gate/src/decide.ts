import type { EventByKind, Reason } from "@bowline/contracts";
import { addQty, assert, formatMicros, subQty, ZERO_QTY } from "@bowline/kernel";
import { watchGroups } from "@bowline/orders";
import {
  countApproval,
  countFollowed,
  countRefusal,
  cutOrder,
  evaluateChecks,
  type LimitScope,
  reasonOf,
  release,
  reserve,
} from "@bowline/risk";
import { type Asked, fitOf } from "./fit.ts";
import type { Gate } from "./gate.ts";
import { viewOf } from "./machine-view.ts";
import { tierSizeOf } from "./tier-size.ts";

type Order = EventByKind<"order.intent">["order"];

export const scopeOf = ({ accountId }: Gate, { group, strategy, symbol }: Order): LimitScope => ({
  accountId,
  group,
  strategy,
  symbol,
});

/**
 * Approves an intent that every check lets pass, cut to what a tier of the drawdown and the limits leave of it, and holds what it may
 * come to; denies any other with all reasons.
 */
export function decide(gate: Gate, wanted: Order): void {
  const { state, entry } = gate;
  assert(entry !== undefined, "an intent without its entry");
  const limits = gate.limits.limitsFor(scopeOf(gate, wanted));
  const tier = tierSizeOf(gate, wanted, limits);
  const ofTier = tier && reasonOf(tier.code, { size: formatMicros(tier.size) });
  const cut = tier === undefined ? wanted : cutOrder(wanted, tier.size);
  const order = cut ?? wanted;
  const view = viewOf(gate, state, order, entry.header);
  const asked: Asked = { order, view, reasons: evaluateChecks(view, limits) };
  const passing = asked.reasons.length === 0 ? asked : fitOf(gate, asked, limits, entry.header);
  if (wanted.triggerKey.startsWith("prediction:")) countFollowed(state.models, wanted.strategy, wanted.symbol);
  state.decided.set(order.clOrdId, state.nowUs);
  if (cut === undefined && ofTier !== undefined) denied(gate, wanted, [...asked.reasons, ofTier]);
  else if (passing === undefined) denied(gate, wanted, asked.reasons);
  else approved(gate, wanted, { asked, passing, cutBy: asked.reasons[0] ?? ofTier });
}

function denied({ state, emit }: Gate, wanted: Order, reasons: readonly Reason[]): void {
  const { clOrdId, group, symbol, strategy, rule, side, orderQty } = wanted;
  countRefusal(state.activity, strategy, state.nowUs);
  emit({ kind: "order.denied", clOrdId, group, symbol, strategy, rule, side, orderQty, reasons });
}

type Passing = { readonly asked: Asked; readonly passing: Asked; readonly cutBy: Reason | undefined };

function approved({ state, emit }: Gate, wanted: Order, { asked, passing, cutBy }: Passing): void {
  const { order, view } = passing;
  assert(view.refPx !== undefined, `${order.clOrdId}: no check missed the reference price`);
  reserve(state.reservations, order, view.refPx);
  const parent = order.parentIntentId === undefined ? undefined : state.parents.get(order.parentIntentId);
  if (parent !== undefined) parent.partsQty = addQty(parent.partsQty, order.orderQty);
  // As it was asked for: were it asked for again, it would be a repeat, whatever would be left of it then.
  countApproval(state.activity, asked.order, state.nowUs);
  const event = {
    kind: "order.approved",
    order,
    refPx: view.refPx,
    ...(order === wanted ? {} : { wantedQty: wanted.orderQty }),
    ...(cutBy === undefined ? {} : { cutBy }),
  } as const;
  watchGroups(state.groups, event);
  emit(event);
}

/** An order that ended may have filled more than was told: until those fills are told, nobody knows the position. */
export function oweFills(
  { state }: Gate,
  { clOrdId, symbol, cumQty }: EventByKind<"order.canceled" | "order.expired">,
): void {
  const held = state.reservations.get(clOrdId);
  if (held !== undefined && cumQty > (held.cumQty ?? ZERO_QTY)) state.owed.set(clOrdId, { symbol, cumQty });
}

/** The order ended: what it did not fill is free again, in the limits and for its parent. */
export function endOrder({ state }: Gate, clOrdId: string): void {
  const held = state.reservations.get(clOrdId);
  const parent = held?.parentIntentId === undefined ? undefined : state.parents.get(held.parentIntentId);
  if (held !== undefined && parent !== undefined) parent.partsQty = subQty(parent.partsQty, held.leavesQty);
  release(state.reservations, clOrdId);
}
