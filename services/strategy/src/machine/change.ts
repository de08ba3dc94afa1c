import { addMs } from "@bowline/kernel";
import type { ChangePlan } from "@bowline/rules";
import { type Firing, clOrdIdOf } from "./enter.ts";
import { findOrder } from "./orders.ts";
import type { Desk, SymbolState } from "./state.ts";

/**
 * Asks for changes of working orders. Each works as it is until the broker shows it changed; whatever else becomes of the wish
 * leaves it so. An order whose last change has no answer yet is not asked again. Returns the clOrdId of the first.
 */
export function change(desk: Desk, symbol: SymbolState, plan: ChangePlan, firing: Firing): string | undefined {
  const asked = plan.changes.map(({ clOrdId, ...terms }) => {
    const order = findOrder(symbol, clOrdId);
    if (order?.status !== "WORKING" || order.changeId !== undefined || order.cancelAsked) return undefined;
    const replaceId = clOrdIdOf(desk, symbol, firing, { leg: `CHANGE:${clOrdId}`, attempt: 0 });
    order.changeId = replaceId;
    desk.emit({
      kind: "order.replace-intent",
      clOrdId,
      group: desk.group,
      symbol: symbol.symbol,
      replaceId,
      strategy: desk.strategy.name,
      rule: firing.rule,
      ...terms,
      expiresUs: addMs(desk.state.nowUs, plan.expiresMs),
      reason: plan.reason,
    });
    return clOrdId;
  });
  return asked.find((clOrdId) => clOrdId !== undefined);
}
