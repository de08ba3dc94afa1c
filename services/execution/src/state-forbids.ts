import { strictestState, type TradingScope, type TradingState } from "@bowline/contracts";
import type { GateStates } from "./gate-states.ts";
import type { KillSwitch } from "./kill-switch.ts";

/** What an order does, as far as a trading state asks. */
export type Does = {
  /** It only takes from a position. */
  readonly reduces: boolean;
  /** The gate itself closes a position with it. */
  readonly closes?: boolean;
  /** Where the journal has the gate's word on it. */
  readonly approvedSeq: number;
};

/**
 * Why the trading state forbids an order, or a change of one: the strictest of what was killed here and of what the gate says.
 * While REDUCING, what only takes from a position goes on; while FLATTENING, what the gate closes positions with. What was approved before a
 * resume was meant for the time before the stop: an entry that waited here meanwhile does not follow it.
 */
export function stateForbids(
  {
    kill,
    gateStates,
  }: { readonly kill: Pick<KillSwitch, "stateOf" | "resumedSeq">; readonly gateStates: Pick<GateStates, "stateOf"> },
  order: TradingScope,
  does: Does,
): string | undefined {
  const killed = kill.stateOf(order);
  const state = strictestState([killed, gateStates.stateOf(order)]);
  if (state === "FLATTENING" && does.closes === true) return undefined;
  if (!allows(killed, does)) return "killed";
  if (!allows(state, does)) return `trading is ${state}`;
  return does.reduces || does.approvedSeq > kill.resumedSeq(order) ? undefined : "approved before trading was resumed";
}

const allows = (state: TradingState, { reduces }: Does): boolean =>
  state === "ACTIVE" || (state === "REDUCING" && reduces);
