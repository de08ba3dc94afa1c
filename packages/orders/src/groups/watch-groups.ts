import type { Event, EventByKind } from "@bowline/contracts";
import { addMs, addQty, type Qty, qty, subQty, type Us, ZERO_QTY } from "@bowline/kernel";
import { endsOrder } from "../executed.ts";
import { isReduction } from "./reduction.ts";
import {
  allowedQty,
  bracketGroups,
  exitsOf,
  exposureOf,
  type Group,
  type GroupOrder,
  isOver,
  joinOco,
  joinProtected,
  leaves,
  nakedQty,
} from "./group.ts";

/** What a group needs: somebody to know, or an order of it to become smaller or to end. */
export type GroupNeed =
  | { readonly type: "ALARM"; readonly group: Group; readonly nakedQty: Qty; readonly why: string }
  /** `ask` counts from 1: each is a change of its own. */
  | {
      readonly type: "RESIZE";
      readonly group: Group;
      readonly clOrdId: string;
      readonly orderQty: Qty;
      readonly ask: number;
    }
  | { readonly type: "CANCEL"; readonly group: Group; readonly clOrdId: string; readonly why: string };

/** Every group that is not over, by its id. Plain values: a snapshot is the list of them. */
export type Groups = Map<string, Group>;

/** One that lapsed was approved and never sent. */
const endsLeg = (event: Event): boolean => endsOrder(event) || event.kind === "order.lapsed";
const STATUSES = {
  "order.submitted": "IN_FLIGHT",
  "order.accepted": "WORKING",
  "order.resolved": "WORKING",
  "order.unknown": "UNKNOWN",
} as const;

/**
 * Takes in one event and says what its group needs now: one event of the group, or one clock, after a filled part has no stop
 * that works or is on its way, and no exit is to follow, an alarm is among the needs. With the clock, exits that could take more than the
 * group holds are made smaller. A need is told once, until something about it changes.
 */
export function watchGroups(groups: Groups, event: Event): readonly GroupNeed[] {
  switch (event.kind) {
    case "order.approved":
      return begin(groups, event);
    case "control.clock":
      return [...groups.values()].flatMap((group) => onClock(group, event.nowUs));
    case "position.closed":
    case "position.flipped":
      return forget(groups, event);
    default:
      return "clOrdId" in event && event.clOrdId !== undefined ? onOrder(groups, event, event.clOrdId) : [];
  }
}

function begin(groups: Groups, { order, protects }: EventByKind<"order.approved">): readonly GroupNeed[] {
  if (protects !== undefined) joinProtected(groups, protects, order);
  for (const group of bracketGroups(order)) groups.set(group.id, group);
  joinOco(groups, order);
  return [];
}

function onOrder(groups: Groups, event: Event, clOrdId: string): readonly GroupNeed[] {
  const group = [...groups.values()].find(({ orders }) => orders.some((order) => order.clOrdId === clOrdId));
  const order = group?.orders.find((one) => one.clOrdId === clOrdId);
  if (group === undefined || order === undefined) {
    if (event.kind === "order.filled") takeReduction(groups, event);
    return failedExit(groups, event);
  }
  if (!take(group, order, event)) return [];
  const needs = alarmOf(group, `${order.role.toLowerCase()} ${order.status.toLowerCase()}`);
  if (isOver(group) && (group.kind === "OCO" || exposureOf(group) === 0)) groups.delete(group.id);
  return needs;
}

/** A group whose orders ended before its position did is over when the position is. */
function forget(
  groups: Groups,
  { symbol, strategy }: EventByKind<"position.closed" | "position.flipped">,
): readonly GroupNeed[] {
  for (const [id, group] of groups)
    if (group.symbol === symbol && group.strategy === strategy && isOver(group)) groups.delete(id);
  return [];
}

/** The position of a symbol is closed, by whatever order: nothing of its groups is left to protect. For who sees no position entries. */
export function closeGroups(groups: Groups, symbol: string): void {
  for (const [id, group] of groups) {
    if (group.symbol !== symbol) continue;
    group.reducedQty = addQty(group.reducedQty ?? ZERO_QTY, exposureOf(group));
    group.toldNaked = ZERO_QTY;
    group.isSuspect = false;
    if (isOver(group)) groups.delete(id);
  }
}

/** Whether the event changed anything. */
function take(group: Group, order: GroupOrder, event: Event): boolean {
  if (event.kind in STATUSES) {
    if (order.status === "ENDED" && event.kind !== "order.resolved") return false;
    order.status = STATUSES[event.kind as keyof typeof STATUSES];
    return true;
  }
  if (endsLeg(event)) {
    end(group, order);
    return true;
  }
  switch (event.kind) {
    case "order.filled":
      return takeFill(order, event);
    case "order.corrected":
      order.cumQty = event.cumQty;
      return true;
    case "order.cancel-intent":
      order.cancelAsked = true;
      if (order.role === "STOP") group.closing = true;
      return false;
    default:
      return takeChange(group, order, event);
  }
}

/** A change of the order is wanted, made, or refused. */
function takeChange(group: Group, order: GroupOrder, event: Event): boolean {
  switch (event.kind) {
    case "order.replace-intent":
      order.isReleasing = order.role === "STOP" && isReduction(event.replaceId);
      return false;
    case "order.replaced":
      if (order.isReleasing === true) releaseChange(group, subQty(order.orderQty, event.orderQty));
      order.orderQty = event.orderQty;
      if (event.stopPx !== undefined) order.stopPx = event.stopPx;
      delete order.askedQty;
      delete order.isReleasing;
      return true;
    case "order.replace-rejected":
    case "order.replace-denied":
      return refuse(group, order);
    default:
      return false;
  }
}

/** The order is as large as it was: asked for again after a while, for nobody else would. */
function refuse(group: Group, order: GroupOrder): boolean {
  if (order.askedQty !== undefined) order.refusedQty = order.askedQty;
  delete order.askedQty;
  const wasReleasing = order.isReleasing === true;
  delete order.isReleasing;
  if (wasReleasing) group.releasedQty = ZERO_QTY;
  return wasReleasing;
}

/** A stop became smaller, or larger again, for an order that closes a part of the position. */
function releaseChange(group: Group, by: Qty): void {
  group.releasedQty = qty(Math.max(0, (group.releasedQty ?? 0) + by));
}

/** An order of no group filled, for which the groups of the symbol were made smaller. */
function takeReduction(groups: Groups, { symbol, strategy, lastQty }: EventByKind<"order.filled">): void {
  let left: number = lastQty;
  for (const group of groups.values()) {
    const taken = qty(Math.min(left, group.releasedQty ?? 0));
    if (group.symbol !== symbol || group.strategy !== strategy || taken === 0) continue;
    group.releasedQty = subQty(group.releasedQty ?? ZERO_QTY, taken);
    group.reducedQty = addQty(group.reducedQty ?? ZERO_QTY, taken);
    left -= taken;
  }
}

function takeFill(order: GroupOrder, { cumQty, leavesQty }: EventByKind<"order.filled">): boolean {
  order.cumQty = cumQty;
  if (leavesQty === 0) order.status = "ENDED";
  return true;
}

/** Legs of an entry that was never filled end with it where the broker never had them. */
function end(group: Group, order: GroupOrder): void {
  order.status = "ENDED";
  if (order.role !== "ENTRY" || order.cumQty > 0) return;
  for (const leg of group.orders) if (leg.status === "EXPECTED") leg.status = "ENDED";
}

const onClock = (group: Group, nowUs: Us): readonly GroupNeed[] => [
  ...excessOf(group, nowUs),
  ...(group.isSuspect ? alarmOf(group, "its stop is gone") : []),
];

/** What refused a change, a kill or a line that was down, may last. */
const ASK_AGAIN_MS = 10_000;

/**
 * Exits that may take more than there is, or may come: made smaller, or canceled where nothing is left for them. The broker does
 * that by itself for most, so an exit is touched only where it is too much at two clocks in a row.
 */
function excessOf(group: Group, nowUs: Us): readonly GroupNeed[] {
  const allowed = allowedQty(group);
  return exitsOf(group).flatMap((order): GroupNeed[] => {
    const isAtBroker = order.status === "IN_FLIGHT" || order.status === "WORKING";
    const wasExcess = order.isExcess === true;
    order.isExcess = isAtBroker && !order.cancelAsked && leaves(order) > allowed;
    if (!wasExcess || !order.isExcess) return [];
    if (allowed === 0) {
      order.cancelAsked = true;
      return [{ type: "CANCEL", group, clOrdId: order.clOrdId, why: "nothing is left for it to close" }];
    }
    const orderQty = qty(order.cumQty + allowed);
    const waits = order.refusedQty === orderQty && nowUs < (order.askAgainUs ?? 0);
    if (order.askedQty === orderQty || waits) return [];
    order.askedQty = orderQty;
    order.asks = (order.asks ?? 0) + 1;
    order.askAgainUs = addMs(nowUs, ASK_AGAIN_MS);
    return [{ type: "RESIZE", group, clOrdId: order.clOrdId, orderQty, ask: order.asks }];
  });
}

/**
 * A broker that ends a stop because its target filled may tell the end of the one before the fill of the other: so the alarm
 * waits for one more event of the group, or for the clock, whichever is first.
 */
function alarmOf(group: Group, why: string): readonly GroupNeed[] {
  const naked = nakedQty(group);
  const before = group.toldNaked;
  const wasSuspect = group.isSuspect;
  if (naked === 0) group.toldNaked = ZERO_QTY;
  group.isSuspect = naked > before && !group.closing;
  if (!wasSuspect || !group.isSuspect) return [];
  group.isSuspect = false;
  group.toldNaked = naked;
  return [{ type: "ALARM", group, nakedQty: naked, why }];
}

/** An order that is in no group ended without closing what a group left open on purpose. */
function failedExit(groups: Groups, event: Event): readonly GroupNeed[] {
  const hasFailed = endsLeg(event) || event.kind === "order.denied";
  if (!hasFailed || !("symbol" in event)) return [];
  return [...groups.values()].flatMap((group): GroupNeed[] => {
    const isReleased = (group.releasedQty ?? 0) > 0;
    if ((!group.closing && !isReleased) || group.symbol !== event.symbol) return [];
    // What was made smaller for a part may grow again at once: the next event tells.
    group.isSuspect = group.closing;
    group.closing = false;
    group.releasedQty = ZERO_QTY;
    return [...alarmOf(group, `an exit ended: ${event.kind.slice("order.".length)}`)];
  });
}
