import { strictestState, type TradingScope, type TradingState } from "@bowline/contracts";
import type { GateStates } from "./gate-states.ts";
import type { KillSwitch } from "./kill-switch.ts";

/**
 * Why the trading state forbids an order, or a change of one: the strictest of what was killed here and of what the gate says.
 * While REDUCING, what only takes from a position goes on.
 */
export function stateForbids(
  {
    kill,
    gateStates,
  }: { readonly kill: Pick<KillSwitch, "stateOf">; readonly gateStates: Pick<GateStates, "stateOf"> },
  order: TradingScope,
  reduces: boolean,
): string | undefined {
  const killed = kill.stateOf(order);
  if (!allows(killed, reduces)) return "killed";
  const state = strictestState([killed, gateStates.stateOf(order)]);
  return allows(state, reduces) ? undefined : `trading is ${state}`;
}

const allows = (state: TradingState, reduces: boolean): boolean =>
  state === "ACTIVE" || (state === "REDUCING" && reduces);
