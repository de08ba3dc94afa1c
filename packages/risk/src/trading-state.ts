import { scopesOf, strictestState, type TradingScope, type TradingState } from "@bowline/contracts";

/** Trading states by scope. A scope that is not there is ACTIVE. */
export type TradingStates = Map<string, TradingState>;

/** The strictest of the states of every scope that an order is in. */
export function tradingStateOf(states: ReadonlyMap<string, TradingState>, order: TradingScope): TradingState {
  return states.size === 0 ? "ACTIVE" : strictestState(scopesOf(order).map((scope) => states.get(scope)));
}
