import { addMs } from "@bowline/kernel";
import type { ChangeTerms } from "@bowline/contracts";
import type { ChangePlan } from "@bowline/rules";
import { type Firing, clOrdIdOf } from "./enter.ts";
import { findOrder } from "./orders.ts";
import { noteAsked } from "./records.ts";
import type { Desk, SymbolState, TrackedOrder } from "./state.ts";

/**
 * Asks for changes of working orders. Each works as it is until the broker shows it changed; whatever else becomes of the wish
 * leaves it so. An order whose last change has no answer yet is not asked again. Returns the clOrdId of the first.
 */
export function change(desk: Desk, symbol: SymbolState, plan: ChangePlan, firing: Firing): string | undefined {
  const asked = plan.changes.map(({ clOrdId, ...terms }) => {
    const order = findOrder(symbol, clOrdId);
    if (order?.status !== "WORKING" || order.changeId !== undefined || order.cancelAsked) return undefined;
    const replaceId = clOrdIdOf(desk, symbol, firing, { leg: `CHANGE:${clOrdId}`, attempt: 0 });
    askChange(desk, symbol, order, { replaceId, firing, terms, expiresMs: plan.expiresMs, reason: plan.reason });
    return clOrdId;
  });
  return asked.find((clOrdId) => clOrdId !== undefined);
}

type Wish = {
  readonly replaceId: string;
  readonly firing: Firing;
  readonly terms: ChangeTerms;
  /** How long it may wait before it is sent. */
  readonly expiresMs: number;
  readonly reason: string;
};

/** Asks the gate for other terms of an order; what it answers is recorded with the firing. */
export function askChange(desk: Desk, symbol: SymbolState, order: TrackedOrder, wish: Wish): void {
  const { replaceId, firing, terms, expiresMs, reason } = wish;
  order.changeId = replaceId;
  noteAsked(symbol, replaceId, firing);
  desk.emit({
    kind: "order.replace-intent",
    clOrdId: order.clOrdId,
    group: desk.group,
    symbol: symbol.symbol,
    replaceId,
    strategy: desk.strategy.name,
    rule: firing.rule,
    ...terms,
    expiresUs: addMs(desk.state.nowUs, expiresMs),
    reason,
  });
}
