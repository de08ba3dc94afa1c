import { GLOBAL_SCOPE, TRADING_STATES, type TradingState } from "@bowline/contracts";

/**
 * Trading states by scope: `global`, a symbol, `account:DU1`, `group:tech` or `strategy:demo`. A scope that is not there is ACTIVE.
 */
export type TradingStates = Map<string, TradingState>;

/** Who is asked for. */
export type TradingScope = {
  readonly accountId: string;
  readonly group: string;
  readonly strategy: string;
  readonly symbol: string;
};

const strictness = (state: TradingState): number => TRADING_STATES.indexOf(state);

/** The strictest of the states of every scope that an order is in. */
export function tradingStateOf(
  states: TradingStates,
  { accountId, group, strategy, symbol }: TradingScope,
): TradingState {
  if (states.size === 0) return "ACTIVE";
  const scopes = [GLOBAL_SCOPE, symbol, `account:${accountId}`, `group:${group}`, `strategy:${strategy}`];
  return scopes.reduce<TradingState>((strictest, scope) => {
    const state = states.get(scope) ?? "ACTIVE";
    return strictness(state) > strictness(strictest) ? state : strictest;
  }, "ACTIVE");
}
