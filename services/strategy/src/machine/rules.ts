import { type Plan, type Verdict, decide, explain } from "@bowline/rules";
import { enter } from "./enter.ts";
import { startExit } from "./exit.ts";
import { factsOf } from "./facts.ts";
import { arm, historyOf, rememberFiring } from "./memory.ts";
import type { Desk, SymbolState } from "./state.ts";

/**
 * Asks the rules that listen to any of these keys about one symbol: all on the same facts, in the order of their precedence, and
 * carries out what was settled.
 */
export function runRules(desk: Desk, symbol: SymbolState, keys: readonly string[], triggerKey: string): void {
  const { strategy } = desk;
  const heard = keys.filter((key) => strategy.keys.has(key));
  if (heard.length === 0) return;
  const verdicts = decide(strategy, strategy.tableOf(...heard), factsOf(desk, symbol), (rule) =>
    historyOf(desk, symbol, rule),
  );
  for (const verdict of verdicts) {
    const clOrdId = acts(verdict) ? carryOut(desk, symbol, verdict, triggerKey) : undefined;
    if (verdict.rule.isEdge && !verdict.facts.history.armed && verdict.evaluation.rearms)
      arm(desk, symbol, verdict.rule);
    if (isRecorded(symbol, verdict)) record(desk, verdict, { triggerKey, clOrdId });
  }
}

const acts = ({ evaluation, conflict }: Verdict): boolean => evaluation.outcome === "FIRED" && conflict === undefined;

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
    default:
      return undefined;
  }
}

/** What stands in the record as the blocker; empty when the rule acted. */
function blockerOf({ evaluation, conflict }: Verdict): string {
  if (conflict !== undefined) return conflict.name;
  return evaluation.outcome === "FIRED" ? "" : evaluation.firstBlocker;
}

/** Every prediction is answered for; other rules are recorded when they fire or another blocker comes first. */
function isRecorded(symbol: SymbolState, verdict: Verdict): boolean {
  const { rule } = verdict;
  if (rule.on.word === "prediction") return true;
  const blocker = blockerOf(verdict);
  const changed = blocker === "" || symbol.blockers[rule.id] !== blocker;
  symbol.blockers[rule.id] = blocker;
  return changed;
}

type About = { readonly triggerKey: string; readonly clOrdId: string | undefined };

function record(desk: Desk, verdict: Verdict, { triggerKey, clOrdId }: About): void {
  const { rule, facts, evaluation, conflict } = verdict;
  const { leaves, sizing } = explain(rule, facts, evaluation);
  desk.emit({
    kind: "decision",
    strategy: desk.strategy.name,
    rule: rule.id,
    group: desk.group,
    symbol: facts.symbol,
    triggerKey,
    outcome: acts(verdict) ? "FIRED" : "BLOCKED",
    firstBlocker: blockerOf(verdict),
    leaves: conflict === undefined ? leaves : [...leaves, conflict],
    sizing,
    ...(clOrdId === undefined ? {} : { clOrdId }),
  });
}
