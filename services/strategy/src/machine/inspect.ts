import type { Machine } from "@bowline/contracts";
import { type CompiledStrategy, evaluate } from "@bowline/rules";
import { factsOf } from "./facts.ts";
import { historyOf } from "./memory.ts";
import { type AskedState, type Decision, decisionOf } from "./records.ts";
import type { Desk } from "./state.ts";

/** A rule at the moment where the machine stands: how it was asked last, and what it would come to if it were asked by itself now. */
export type InspectedRule = {
  readonly rule: string;
  /** The word of its trigger, such as `prediction`. */
  readonly on: string;
  readonly last: AskedState | undefined;
  readonly now: Decision;
};

/** The machine, and a look at its rules between two entries. */
export type StrategyMachine = Machine & {
  /** The version of the strategy that is in force now. */
  strategy(): CompiledStrategy;
  inspect(symbol: string): readonly InspectedRule[];
};

/** All rules about one symbol, by precedence; nothing is changed. None where the machine does not trade the symbol. */
export function inspect(desk: Desk, name: string): readonly InspectedRule[] {
  const symbol = desk.symbols.get(name);
  if (symbol === undefined) return [];
  const facts = factsOf(desk, symbol);
  return desk.strategy.rules.map((rule) => {
    const own = { ...facts, history: historyOf(desk, symbol, rule) };
    const verdict = { rule, facts: own, evaluation: evaluate(desk.strategy, rule, own) };
    const now = decisionOf(desk, verdict, { triggerKey: "now", clOrdId: undefined });
    return { rule: rule.id, on: rule.on.word, last: symbol.asked[rule.id], now };
  });
}
