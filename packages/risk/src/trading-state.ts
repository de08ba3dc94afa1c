import { GLOBAL_SCOPE, TRADING_STATES, type TradingState } from "@bowline/contracts";

/** Trading states by scope: `global` or a symbol. A scope that is not there is ACTIVE. */
export type TradingStates = Map<string, TradingState>;

const strictness = (state: TradingState): number => TRADING_STATES.indexOf(state);

/** The stricter of the global state and the symbol's. */
export function tradingStateOf(states: TradingStates, symbol: string): TradingState {
  const [global, own] = [states.get(GLOBAL_SCOPE) ?? "ACTIVE", states.get(symbol) ?? "ACTIVE"];
  return strictness(own) > strictness(global) ? own : global;
}
