import { type Entry, scopesOf, strictestState, type TradingScope, type TradingState } from "@bowline/contracts";

/** What the gate says of each scope: it approves nothing against that, and what it approved before is stopped by it here. */
export type GateStates = {
  observe(entry: Pick<Entry, "event">): void;
  stateOf(order: TradingScope): TradingState;
};

export function makeGateStates(): GateStates {
  const states = new Map<string, TradingState>();
  return {
    observe({ event }) {
      if (event.kind === "risk.trading-state") states.set(event.scope, event.state);
    },
    stateOf: (order) => strictestState(scopesOf(order).map((scope) => states.get(scope))),
  };
}
