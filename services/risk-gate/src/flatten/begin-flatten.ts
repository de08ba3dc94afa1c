import type { FlattenPart } from "@bowline/contracts";
import { MICROS, money, mulDiv, px, qty, US_PER_SECOND, ZERO_MONEY, ZERO_QTY } from "@bowline/kernel";
import { type Executed, executedChange } from "@bowline/orders";
import { holdCancel } from "@bowline/risk";
import type { Gate } from "../gate.ts";
import { symbolsIn } from "./flatten-scope.ts";
import type { Closing, Flatten } from "./flatten-state.ts";

/** The scope's state became FLATTENING: what follows is a fold of the journal. */
export function beginFlatten({ state }: Gate, scope: string, reason: string): void {
  state.flattens.set(scope, { beganUs: state.nowUs, reason, symbols: new Set(), told: [] });
}

/** A person took the scope out of FLATTENING before it was flat: what works for it is canceled. */
export function endFlatten(gate: Gate, scope: string, reason: string): void {
  const { state, emit } = gate;
  const flatten = state.flattens.get(scope);
  if (flatten === undefined) return;
  const parts = partsOf(gate, flatten);
  state.flattens.delete(scope);
  for (const symbol of flatten.symbols) {
    const closing = state.closings.get(symbol);
    if (closing === undefined || isAskedFor(gate, symbol)) continue;
    if (closing.order !== undefined) askCancel(gate, closing, closing.order.clOrdId, "no longer flattened");
    state.closings.delete(symbol);
  }
  emit({ kind: "risk.flatten", scope, phase: "ENDED", parts, reason });
}

/** Whether any flattened scope is about a symbol. */
const isAskedFor = (gate: Gate, symbol: string): boolean =>
  [...gate.state.flattens].some(
    ([scope, { symbols }]) => symbols.has(symbol) || symbolsIn(gate, scope).includes(symbol),
  );

/** A person asks once more: prices of now are the middle of the collar. */
export function anchorAnew({ state }: Gate, scope: string): void {
  for (const symbol of state.flattens.get(scope)?.symbols ?? []) {
    const closing = state.closings.get(symbol);
    if (closing !== undefined) closing.anchorPx = undefined;
  }
}

export function makeClosing({ state }: Gate, symbol: string): Closing {
  const closing: Closing = {
    symbol,
    beganUs: state.nowUs,
    step: "WAITING",
    because: "",
    startQty: ZERO_QTY,
    leftQty: ZERO_QTY,
    closedQty: ZERO_QTY,
    closedCash: ZERO_MONEY,
    orders: 0,
    order: undefined,
    tries: 0,
    anchorPx: undefined,
    notBeforeUs: undefined,
    asked: new Map(),
    waitingUs: undefined,
    alerted: false,
  };
  state.closings.set(symbol, closing);
  return closing;
}

/** Asks for the cancel of an order, and again where it is still there after a while. */
export function askCancel(gate: Gate, closing: Closing, clOrdId: string, reason: string): void {
  const { state, groups, limits, emit } = gate;
  const askedUs = closing.asked.get(clOrdId);
  if (askedUs !== undefined && state.nowUs - askedUs < limits.flatten.repriceSeconds * US_PER_SECOND) return;
  const { symbol } = closing;
  const strategy = state.reservations.get(clOrdId)?.strategy ?? "flatten";
  closing.asked.set(clOrdId, state.nowUs);
  if (holdCancel(state.reservations, clOrdId, state.nowUs)) state.activity.ofSession.sent += 1;
  const group = groups.groupOf(symbol) ?? "none";
  emit({ kind: "order.cancel-intent", clOrdId, group, symbol, strategy, rule: "flatten", reason });
}

/** Whatever closes a position counts, a stop that fills before its cancel too. */
export function noteClosed({ state }: Gate, event: Executed): void {
  const { symbol, quantity, cash } = executedChange(event);
  const closing = state.closings.get(symbol);
  if (closing === undefined || quantity === 0) return;
  const isCorrection = event.kind === "order.corrected";
  if (closing.startQty === 0 || (quantity > 0 === closing.startQty > 0 && !isCorrection)) return;
  const inItsSense = (value: number): number => (closing.startQty > 0 ? value : -value);
  closing.closedQty = qty(Math.max(0, closing.closedQty - inItsSense(quantity)));
  closing.closedCash = money(Math.max(0, closing.closedCash + inItsSense(cash)));
}

/** What is told of a scope's symbols. */
export function partsOf({ state }: Gate, { symbols }: Flatten): readonly FlattenPart[] {
  return [...symbols].sort().flatMap((symbol) => {
    const closing = state.closings.get(symbol);
    if (closing === undefined) return [];
    const { step, startQty, leftQty, closedQty, closedCash, because } = closing;
    const avgPx = closedQty === 0 ? {} : { avgPx: px(mulDiv(closedCash, MICROS, closedQty)) };
    return [{ symbol, step, startQty, leftQty, closedQty, because, ...avgPx }];
  });
}
