import { isStricter, strictestState, type TradingState } from "@bowline/contracts";
import { beginFlatten, endFlatten } from "./flatten/begin-flatten.ts";
import type { Gate } from "./gate.ts";

export const stateOfScope = ({ state }: Gate, scope: string): TradingState =>
  state.tradingStates.get(scope) ?? "ACTIVE";

/** Takes a scope down, never up. A resume that waits is over: it did not know of this. */
export function lowerState(gate: Gate, scope: string, to: TradingState, reason: string): void {
  const { resumes, baseStates } = gate.state;
  resumes.delete(scope);
  if (!isStricter(to, baseStates.get(scope) ?? "ACTIVE")) return;
  baseStates.set(scope, to);
  restate(gate, scope, reason);
}

/** Sets what people and findings ask for of a scope; its breakers may hold it lower. */
export function setBaseState(gate: Gate, scope: string, to: TradingState, reason: string): void {
  if (to === "ACTIVE") gate.state.baseStates.delete(scope);
  else gate.state.baseStates.set(scope, to);
  restate(gate, scope, reason);
}

/** The strictest of all that holds a scope down; every change of it is said. */
export function restate(gate: Gate, scope: string, reason: string): void {
  const { state, emit } = gate;
  const trips = [...state.tripped.values()].filter((trip) => trip.scope === scope);
  const to = strictestState([state.baseStates.get(scope), ...trips.map((trip) => trip.state)]);
  const from = state.tradingStates.get(scope) ?? "ACTIVE";
  if (from === to) return;
  if (to === "ACTIVE") state.tradingStates.delete(scope);
  else state.tradingStates.set(scope, to);
  emit({ kind: "risk.trading-state", scope, state: to, reason });
  if (to === "FLATTENING") beginFlatten(gate, scope, reason);
  if (from === "FLATTENING") endFlatten(gate, scope, reason);
}
