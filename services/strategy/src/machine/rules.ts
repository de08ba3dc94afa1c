import type { DecisionLeaf } from "@bowline/contracts";
import { type Plan, type Verdict, decide, tradesGroup } from "@bowline/rules";
import { change } from "./change.ts";
import { cancelOrders } from "./cancel-orders.ts";
import { enter } from "./enter.ts";
import { startExit } from "./exit.ts";
import { factsOf } from "./facts.ts";
import { flattenAll } from "./flatten-all.ts";
import { arm, historyOf, rememberFiring } from "./memory.ts";
import { acts, decisionOf, keepRecord } from "./records.ts";
import { notify } from "./notify.ts";
import { pause } from "./pause.ts";
import { protect } from "./protect.ts";
import { startReduction } from "./reduce.ts";
import { setVariable } from "./variables.ts";
import { startReversal } from "./reverse.ts";
import type { Desk, SymbolState } from "./state.ts";

/**
 * Asks the rules that listen to any of these keys about one symbol: all on the same facts, in the order of their precedence, and
 * carries out what was settled.
 */
export function runRules(desk: Desk, symbol: SymbolState, keys: readonly string[], triggerKey: string): void {
  const { strategy } = desk;
  const heard = keys.filter((key) => strategy.keys.has(key));
  if (heard.length === 0 || !tradesGroup(strategy, desk.group)) return;
  const verdicts = decide(strategy, strategy.tableOf(...heard), factsOf(desk, symbol), (rule) =>
    historyOf(desk, symbol, rule),
  );
  for (const decided of verdicts) {
    const verdict = isRepeat(symbol, decided, triggerKey) ? { ...decided, conflict: repeatOf(triggerKey) } : decided;
    const clOrdId = acts(verdict) ? carryOut(desk, symbol, verdict, triggerKey) : undefined;
    if (verdict.rule.isEdge && !verdict.facts.history.armed && verdict.evaluation.rearms)
      arm(desk, symbol, verdict.rule);
    keepRecord(desk, symbol, verdict, { triggerKey, clOrdId });
    desk.onAsked?.({
      symbol: symbol.symbol,
      triggerKey,
      verdict,
      record: () => decisionOf(desk, verdict, { triggerKey, clOrdId }),
    });
  }
}

/** A trigger that comes again, such as an entry that is delivered twice, has led to what it leads to: its orders would have the same ids. */
const isRepeat = (symbol: SymbolState, verdict: Verdict, triggerKey: string): boolean =>
  acts(verdict) && symbol.fired[verdict.rule.id]?.triggerKey === triggerKey;

const repeatOf = (triggerKey: string): DecisionLeaf => ({
  name: "trigger",
  value: triggerKey,
  threshold: "one that the rule has not acted on",
  result: "FALSE",
});

/** All plans of a rule, in their order; returns the clOrdId of the first that has one. */
function carryOut(desk: Desk, symbol: SymbolState, { rule, evaluation }: Verdict, triggerKey: string) {
  rememberFiring(desk, symbol, rule);
  const plans = evaluation.outcome === "FIRED" ? evaluation.plans : [];
  return plans.map((plan) => doPlan(desk, symbol, plan, { rule: rule.id, triggerKey })).find((id) => id !== undefined);
}

type Firing = { readonly rule: string; readonly triggerKey: string };

/** One line for each type of plan; a new one is a file of its own beside this. */
function doPlan(desk: Desk, symbol: SymbolState, plan: Plan, firing: Firing): string | undefined {
  switch (plan.type) {
    case "enter":
      return enter(desk, symbol, plan, firing);
    case "exit":
      return startExit(desk, symbol, firing, plan.expiresMs);
    case "change":
      return change(desk, symbol, plan, firing);
    case "reduce":
      return startReduction(desk, symbol, plan, firing);
    case "reverse":
      return startReversal(desk, symbol, plan, firing);
    case "protect":
      return protect(desk, symbol, plan, firing);
    case "flattenAll":
      return flattenAll(desk, plan, firing);
    case "cancelOrders":
      cancelOrders(desk, symbol, firing);
      return undefined;
    case "pause":
      pause(desk, symbol, plan, firing);
      return undefined;
    case "setVariable":
      setVariable(desk, symbol, plan);
      return undefined;
    case "notify":
      notify(desk, symbol, plan, firing);
      return undefined;
    default:
      return undefined;
  }
}
