import { US_PER_MINUTE, type Qty, absQty, addQty, addUs, formatMicros, qty, subQty } from "@bowline/kernel";
import { isReduction, reductionId } from "@bowline/orders";
import type { ReducePlan } from "@bowline/rules";
import { askChange } from "./change.ts";
import { type Firing, clOrdIdOf } from "./enter.ts";
import { sendClosing } from "./exit.ts";
import { askCancel, findOrder, isAtBroker, leavesQty } from "./orders.ts";
import type { Desk, Reduction, SymbolState, TrackedOrder } from "./state.ts";

/** How long a change of a protective order may wait before it is sent. */
const CHANGE_WITHIN_MS = 10_000;

/** Begins to close a part of the position. Returns the clOrdId of the order that closes it. */
export function startReduction(desk: Desk, symbol: SymbolState, plan: ReducePlan, firing: Firing): string {
  symbol.reduction = {
    rule: firing.rule,
    triggerKey: firing.triggerKey,
    expiresMs: plan.expiresMs,
    keepQty: plan.keepQty,
    before: Object.fromEntries(protectiveOf(symbol).map((order) => [order.clOrdId, leavesQty(order)])),
    untilUs: addUs(desk.state.nowUs, US_PER_MINUTE),
    stage: "SHRINKING",
    changes: 0,
    waiting: false,
  };
  advanceReduction(desk, symbol);
  return clOrdIdOf(desk, symbol, firing, { leg: "EXIT", attempt: 0 });
}

/**
 * Takes a reduction one step further; called after everything that may let it. What protects the position is made smaller before
 * the part is closed, so that a stop that fills meanwhile cannot turn the position. An exit takes the place of a reduction.
 */
export function advanceReduction(desk: Desk, symbol: SymbolState): void {
  const { reduction } = symbol;
  if (reduction === undefined || symbol.inDoubt) return;
  if (symbol.exit !== undefined || symbol.quantity === 0) {
    symbol.reduction = undefined;
    return;
  }
  const held = absQty(symbol.quantity);
  if (reduction.stage === "SHRINKING") shrink(desk, symbol, reduction);
  if (reduction.stage === "CLOSING" && symbol.orders.every(({ isPart }) => isPart !== true))
    reduction.stage = "RESTORING";
  if (reduction.stage === "RESTORING") restore(desk, symbol, reduction, held);
}

/** Sends the closing order once every protective order takes no more than its share of what is to be left. */
function shrink(desk: Desk, symbol: SymbolState, reduction: Reduction): void {
  const partQty = subQty(absQty(symbol.quantity), reduction.keepQty);
  if (partQty <= 0) {
    reduction.stage = "RESTORING";
    return;
  }
  const shares = sharesOf(symbol, reduction, reduction.keepQty);
  const tooLarge = protectiveOf(symbol).filter((order) => leavesQty(order) > shares(order));
  for (const order of tooLarge) askFor(desk, symbol, reduction, { order, share: shares(order) });
  if (tooLarge.length > 0) return;
  reduction.stage = "CLOSING";
  sendClosing(desk, symbol, reduction, { orderQty: partQty, attempt: 0, isPart: true });
}

/** What was not closed is protected again; over once every protective order is as large as its share. */
function restore(desk: Desk, symbol: SymbolState, reduction: Reduction, held: Qty): void {
  const shares = sharesOf(symbol, reduction, held);
  const tooSmall = protectiveOf(symbol).filter((order) => leavesQty(order) < shares(order));
  if (!reduction.waiting)
    for (const order of tooSmall) askFor(desk, symbol, reduction, { order, share: shares(order) });
  if (tooSmall.length === 0 && !protectiveOf(symbol).some(isBeingChanged)) symbol.reduction = undefined;
}

type Refused = { readonly clOrdId: string; readonly replaceId: string };

/** A change of a protective order was refused: then nothing is closed, and what was made smaller grows again. */
export function noteRefusal(symbol: SymbolState, { clOrdId, replaceId }: Refused): void {
  const { reduction } = symbol;
  if (reduction === undefined || !isReduction(replaceId) || findOrder(symbol, clOrdId)?.changeId !== replaceId) return;
  reduction.waiting = reduction.stage === "RESTORING";
  reduction.stage = "RESTORING";
}

/** Once a minute: what was refused is asked for again, and what takes too long to become smaller grows again. */
export function tidyReduction({ state }: Desk, { reduction }: SymbolState): void {
  if (reduction === undefined) return;
  reduction.waiting = false;
  if (reduction.stage === "SHRINKING" && state.nowUs >= reduction.untilUs) reduction.stage = "RESTORING";
}

const protectiveOf = ({ orders }: SymbolState): readonly TrackedOrder[] =>
  orders.filter(({ leg }) => leg === "STOP" || leg === "TARGET");

/** A change that a reduction asked for has no answer yet. */
const isBeingChanged = ({ changeId }: TrackedOrder): boolean => changeId !== undefined && isReduction(changeId);

const unitOf = ({ unit = "" }: TrackedOrder): string => unit;

type Shares = (order: TrackedOrder) => Qty;

/** How so much of a position falls to the brackets that protect it: the first of them keeps what it had, and so on. */
function sharesOf(symbol: SymbolState, reduction: Reduction, total: Qty): Shares {
  const room = new Map<string, Qty>();
  for (const order of protectiveOf(symbol))
    room.set(unitOf(order), qty(Math.max(hadOf(reduction, order), room.get(unitOf(order)) ?? 0)));
  let left = total;
  for (const [unit, most] of room) {
    const share = qty(Math.min(most, left));
    left = subQty(left, share);
    room.set(unit, share);
  }
  return (order) => qty(Math.min(room.get(unitOf(order)) ?? 0, hadOf(reduction, order)));
}

/** What an order could take before; one that came since is left as it is. */
const hadOf = ({ before }: Reduction, order: TrackedOrder): Qty => before[order.clOrdId] ?? leavesQty(order);

type Wanted = { readonly order: TrackedOrder; readonly share: Qty };

/** Asks for an order to take so much from now on, or for its end where nothing falls to it. One in doubt cannot be asked. */
function askFor(desk: Desk, symbol: SymbolState, reduction: Reduction, { order, share }: Wanted): void {
  if (share === 0) return askCancel(desk, symbol, order, `reduced by ${reduction.rule}`);
  if (order.changeId !== undefined || !isAtBroker(order)) return;
  const { rule, triggerKey } = reduction;
  const id = clOrdIdOf(desk, symbol, reduction, { leg: order.leg, attempt: reduction.changes });
  reduction.changes += 1;
  askChange(desk, symbol, order, {
    replaceId: reductionId(id),
    firing: { rule, triggerKey },
    terms: { orderQty: addQty(order.cumQty, share) },
    expiresMs: CHANGE_WITHIN_MS,
    reason: `${rule} leaves ${formatMicros(share)} to protect`,
  });
}
