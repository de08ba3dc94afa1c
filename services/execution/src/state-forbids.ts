import { strictestState, type TradingScope, type TradingState } from "@bowline/contracts";
import type { GateStates } from "./gate-states.ts";
import type { KillSwitch } from "./kill-switch.ts";

/** What an order does, as far as a trading state asks. */
export type Does = {
  /** It only takes from a position. */
  readonly reduces: boolean;
  /** The gate itself closes a position with it. */
  readonly closes?: boolean;
};

/**
 * Why the trading state forbids an order, or a change of one: the strictest of what was killed here and of what the gate says.
 * While REDUCING, what only takes from a position goes on; while FLATTENING, what the gate closes positions with.
 */
export function stateForbids(
  {
    kill,
    gateStates,
  }: { readonly kill: Pick<KillSwitch, "stateOf">; readonly gateStates: Pick<GateStates, "stateOf"> },
  order: TradingScope,
  does: Does,
): string | undefined {
  const killed = kill.stateOf(order);
  const state = strictestState([killed, gateStates.stateOf(order)]);
  if (state === "FLATTENING" && does.closes === true) return undefined;
  if (!allows(killed, does)) return "killed";
  return allows(state, does) ? undefined : `trading is ${state}`;
}

const allows = (state: TradingState, { reduces }: Does): boolean =>
  state === "ACTIVE" || (state === "REDUCING" && reduces);
