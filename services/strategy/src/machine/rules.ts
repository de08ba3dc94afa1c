import { type CompiledRule, type Evaluation, type Facts, type Trigger, evaluate, explain } from "@bowline/rules";
import { enter } from "./enter.ts";
import { startExit } from "./exit.ts";
import { factsOf } from "./facts.ts";
import type { Desk, SymbolState } from "./state.ts";

/** Evaluates the rules of one trigger for one symbol, in the order of the file; each sees what the one before did. */
export function runRules(desk: Desk, symbol: SymbolState, trigger: Trigger, triggerKey: string): void {
  let base: Omit<Facts, "firedUs"> | undefined;
  for (const rule of desk.strategy.rules[trigger]) {
    base ??= factsOf(desk, symbol);
    const facts: Facts = { ...base, firedUs: symbol.firedUs[rule.id] };
    const evaluation = evaluate(rule, facts);
    const clOrdId =
      evaluation.outcome === "FIRED" ? carryOut(desk, symbol, evaluation, { rule: rule.id, triggerKey }) : undefined;
    if (isRecorded(symbol, rule, evaluation)) record(desk, facts, { rule, triggerKey, evaluation, clOrdId });
    if (clOrdId !== undefined) base = undefined;
  }
}

type Firing = { readonly rule: string; readonly triggerKey: string };
type Fired = Extract<Evaluation, { outcome: "FIRED" }>;

function carryOut(desk: Desk, symbol: SymbolState, { plan }: Fired, firing: Firing): string {
  symbol.firedUs[firing.rule] = desk.state.nowUs;
  return plan.type === "enter" ? enter(desk, symbol, plan, firing) : startExit(desk, symbol, firing, plan.expiresMs);
}

/** Every prediction is answered for; a rule that is asked each minute or quote is recorded when it fires or another blocker comes first. */
function isRecorded(symbol: SymbolState, rule: CompiledRule, evaluation: Evaluation): boolean {
  if (rule.on === "prediction") return true;
  const blocker = evaluation.outcome === "FIRED" ? "" : evaluation.firstBlocker;
  const changed = blocker === "" || symbol.blockers[rule.id] !== blocker;
  symbol.blockers[rule.id] = blocker;
  return changed;
}

type Decided = {
  readonly rule: CompiledRule;
  readonly triggerKey: string;
  readonly evaluation: Evaluation;
  readonly clOrdId: string | undefined;
};

function record(desk: Desk, facts: Facts, { rule, triggerKey, evaluation, clOrdId }: Decided): void {
  desk.emit({
    kind: "decision",
    strategy: desk.strategy.name,
    rule: rule.id,
    group: desk.group,
    symbol: facts.symbol,
    triggerKey,
    outcome: evaluation.outcome,
    firstBlocker: evaluation.outcome === "FIRED" ? "" : evaluation.firstBlocker,
    ...explain(rule, facts, evaluation),
    ...(clOrdId === undefined ? {} : { clOrdId }),
  });
}
