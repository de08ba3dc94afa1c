import { isStricter, type TradingState } from "@bowline/contracts";
import type { Gate } from "./gate.ts";

export const stateOfScope = ({ state }: Gate, scope: string): TradingState =>
  state.tradingStates.get(scope) ?? "ACTIVE";

/** Takes a scope down, never up. A resume that waits is over: it did not know of this. */
export function lowerState(gate: Gate, scope: string, to: TradingState, reason: string): void {
  gate.state.resumes.delete(scope);
  if (isStricter(to, stateOfScope(gate, scope))) setState(gate, scope, to, reason);
}

/** Says every change; a scope that is ACTIVE is not remembered. */
export function setState(gate: Gate, scope: string, to: TradingState, reason: string): void {
  if (stateOfScope(gate, scope) === to) return;
  if (to === "ACTIVE") gate.state.tradingStates.delete(scope);
  else gate.state.tradingStates.set(scope, to);
  gate.emit({ kind: "risk.trading-state", scope, state: to, reason });
}
