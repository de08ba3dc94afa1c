import { addSeconds, formatMicros, US_PER_SECOND, type Us } from "@bowline/kernel";
import { type Group, nakedQty, watchGroups } from "@bowline/orders";
import { holdCancel } from "@bowline/risk";
import type { Gate } from "../gate.ts";
import { againstOwn, approveOwn, unknownIn } from "../own-order.ts";
import { makeProtection, type Protection } from "./protection-state.ts";
import { protectiveOrder, type ProtectiveOrder } from "./protective-order.ts";

/** Stops of one loss that may end before they work: what refuses three refuses the fourth. */
const MOST_ORDERS = 3;

/**
 * Places the stop of a position again that lost it, where the settings say so and its strategy does not close the position meanwhile. Called
 * at each clock. Every step waits for what became of the one before: cancels first, then one stop, for no more than is left of the position.
 */
export function protectNaked(gate: Gate): void {
  const { state, limits } = gate;
  if (limits.flatten.onNaked !== "protect") {
    state.protections.clear();
    return;
  }
  for (const id of state.protections.keys()) if (!state.groups.has(id)) state.protections.delete(id);
  for (const group of state.groups.values()) {
    const known = state.protections.get(group.id);
    if (known === undefined && group.toldNaked === 0) continue;
    const protection = known ?? makeProtection(state.nowUs);
    state.protections.set(group.id, protection);
    if (isOver(group, protection)) state.protections.delete(group.id);
    else advance(gate, group, protection);
  }
}

/** The stop works, or there is nothing left to protect. */
const isOver = (group: Group, { order }: Protection): boolean =>
  nakedQty(group) === 0 && statusOf(group, order) !== "IN_FLIGHT";

const statusOf = ({ orders }: Group, clOrdId: string | undefined) =>
  orders.find((order) => order.clOrdId === clOrdId)?.status;

function advance(gate: Gate, group: Group, protection: Protection): void {
  const { state, limits } = gate;
  if (protection.order !== undefined && !state.reservations.has(protection.order)) {
    protection.order = undefined;
    protection.notBeforeUs = addSeconds(state.nowUs, limits.flatten.repriceSeconds);
  }
  if (protection.order !== undefined || state.nowUs - protection.sinceUs < graceUs(gate)) return;
  const next = nextOf(gate, group, protection);
  if (typeof next === "string") return wait(gate, group, protection, next);
  protection.orders += 1;
  protection.order = next.order.clOrdId;
  protection.because = "";
  approveOwn(gate, next.order, next.refPx, { protects: group.id });
}

const graceUs = ({ limits }: Gate): number => limits.flatten.protectAfterSeconds * US_PER_SECOND;

/** The stop that is due, or what it waits for. */
function nextOf(gate: Gate, group: Group, protection: Protection): ProtectiveOrder | string {
  const { state } = gate;
  if (protection.orders >= MOST_ORDERS) return `${MOST_ORDERS} stops did not work`;
  if (protection.notBeforeUs !== undefined && state.nowUs < protection.notBeforeUs) return "ENDED";
  const unknown = unknownIn(gate, group.symbol);
  if (unknown !== undefined) return unknown;
  const others = group.orders.filter(({ role, clOrdId }) => role !== "STOP" && state.reservations.has(clOrdId));
  const ending = new Set(others.map(({ clOrdId }) => clOrdId));
  const found = protectiveOrder(gate, group, { ...protection, ending });
  if (typeof found === "string") return found;
  // A stop that was approved with its entry may stand far from the market.
  const against = againstOwn(gate, found.order, { ending }).filter((code) => code !== "PRICE_OUTSIDE_COLLAR");
  if (against.length > 0) return against.join(" ");
  if (ending.size === 0) return found;
  // What else of the group may fill ends before: no two orders can take one position.
  for (const clOrdId of ending) askCancel(gate, group, { clOrdId, asked: protection.asked });
  return "CANCELS_PENDING";
}

function askCancel(
  { state, groups, limits, emit }: Gate,
  { symbol, strategy }: Group,
  { clOrdId, asked }: { readonly clOrdId: string; readonly asked: Map<string, Us> },
): void {
  const askedUs = asked.get(clOrdId);
  if (askedUs !== undefined && state.nowUs - askedUs < limits.flatten.repriceSeconds * US_PER_SECOND) return;
  asked.set(clOrdId, state.nowUs);
  if (holdCancel(state.reservations, clOrdId, state.nowUs)) state.activity.ofSession.sent += 1;
  const group = groups.groupOf(symbol) ?? "none";
  const about = { clOrdId, group, symbol, strategy, rule: "protect" } as const;
  const event = { kind: "order.cancel-intent", ...about, reason: "its stop is gone, and is placed again" } as const;
  watchGroups(state.groups, event);
  emit(event);
}

/** A person hears of what waits too long. */
function wait({ state, limits, emit }: Gate, group: Group, protection: Protection, because: string): void {
  if (protection.because !== because) protection.alerted = false;
  protection.because = because;
  const waitsUs = state.nowUs - protection.sinceUs;
  if (protection.alerted || waitsUs < limits.flatten.alertSeconds * US_PER_SECOND) return;
  protection.alerted = true;
  emit({
    kind: "control.alert",
    source: "risk-gate",
    severity: "CRITICAL",
    code: "PROTECTION_WAITS",
    subject: group.symbol,
    detail: `${formatMicros(nakedQty(group))} ${group.symbol} of ${group.id} have no stop, and it is not placed again: ${because}`,
  });
}
