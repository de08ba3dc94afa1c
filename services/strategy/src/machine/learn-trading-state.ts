import { accountScope, type EventByKind, GLOBAL_SCOPE, groupScope, strategyScope } from "@bowline/contracts";
import type { Desk } from "./state.ts";

/** What the gate says of everything, of a symbol, or of the account, group or strategy that this machine decides for. */
export function learnTradingState(desk: Desk, { scope, state }: EventByKind<"risk.trading-state">): void {
  const own = [accountScope(desk.accountId), groupScope(desk.group), strategyScope(desk.strategy.name)];
  const symbol = desk.symbols.get(scope);
  if (scope === GLOBAL_SCOPE) desk.state.tradingState = state;
  else if (own.includes(scope)) desk.state.scopeStates[scope] = state;
  else if (symbol !== undefined) symbol.tradingState = state;
}

/** The gate begins a journal by letting everything through, and tells only of changes: once it is heard, that is its state. */
export function learnGate({ state }: Pick<Desk, "state">, { source }: EventByKind<"control.heartbeat">): void {
  if (source === "risk-gate") state.tradingState ??= "ACTIVE";
}
