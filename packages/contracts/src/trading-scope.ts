import { type EventByKind, GLOBAL_SCOPE, TRADING_STATES, type TradingState } from "./events/index.ts";

/** Who an order is of. */
export type TradingScope = {
  readonly accountId: string;
  readonly group: string;
  readonly strategy: string;
  readonly symbol: string;
};

const scopeKinds = ["account", "group", "strategy"] as const;
export const accountScope = (accountId: string): string => `account:${accountId}`;
export const groupScope = (group: string): string => `group:${group}`;
export const strategyScope = (strategy: string): string => `strategy:${strategy}`;

/** Every scope whose trading state binds an order. A symbol stands for itself, as it has no colon. */
export const scopesOf = ({ accountId, group, strategy, symbol }: TradingScope): readonly string[] => [
  GLOBAL_SCOPE,
  symbol,
  accountScope(accountId),
  groupScope(group),
  strategyScope(strategy),
];

/** Whether it can be the name of a scope: `account:DU1`, `group:tech`, `strategy:demo`, or one without a colon. */
export function isScope(text: string): boolean {
  const [kind = "", name, ...rest] = text.split(":");
  if (name === undefined) return /^\S{1,32}$/.test(kind);
  return rest.length === 0 && /^\S{1,64}$/.test(name) && scopeKinds.some((one) => one === kind);
}

/** A state that this build does not know is as strict as HALTED. */
const rankOf = (state: TradingState): number =>
  TRADING_STATES.indexOf(TRADING_STATES.includes(state) ? state : "HALTED");

export const isStricter = (state: TradingState, than: TradingState): boolean => rankOf(state) > rankOf(than);

/** ACTIVE where none is there. */
export const strictestState = (states: Iterable<TradingState | undefined>): TradingState => {
  let strictest: TradingState = "ACTIVE";
  for (const state of states) if (state !== undefined && isStricter(state, strictest)) strictest = state;
  return TRADING_STATES.includes(strictest) ? strictest : "HALTED";
};

/** What a kill takes its scope down to, at least: one that flattens says so by its level, too. */
export const killedState = ({
  state = "HALTED",
  level,
}: Pick<EventByKind<"control.kill">, "state" | "level">): TradingState =>
  strictestState([state, level === "FLATTEN" ? "FLATTENING" : undefined]);

/** Where a resume takes a scope: to what it asks for, but never up from LOCKED in one step, and never down. */
export function resumedState(from: TradingState, wanted: TradingState = "ACTIVE"): TradingState {
  const to = from === "LOCKED" ? strictestState(["HALTED", wanted]) : wanted;
  return isStricter(to, from) ? from : to;
}
