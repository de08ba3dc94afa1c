import type { DecisionLeaf } from "@bowline/contracts";
import type { CompiledRule, CompiledStrategy, RuleTable } from "./compiled.ts";
import type { Claim } from "./define-action.ts";
import { type Evaluation, evaluateLoaded, load } from "./evaluate.ts";
import type { Facts, RuleHistory } from "./facts.ts";

/** What one rule came to beside the others that the same entry triggered. */
export type Verdict = {
  readonly rule: CompiledRule;
  readonly facts: Facts;
  readonly evaluation: Evaluation;
  /** Another rule is why this one does not act, though it would by itself. */
  readonly conflict?: DecisionLeaf;
};

/**
 * Asks all rules of a table about one symbol at one entry, on the same facts, and settles who acts: by priority, then id. A rule
 * that claims what a rule before it acts on does not act, so that opposite intents never cross. An action that opens a position
 * is also held back by a rule before it that claims the same and is UNKNOWN: had everything been known, that one might have acted
 * instead. What only reduces is never held back by what is unknown.
 */
export function decide(
  strategy: CompiledStrategy,
  table: RuleTable,
  facts: Facts,
  historyOf: (rule: CompiledRule) => RuleHistory,
): readonly Verdict[] {
  load(strategy, table.shared, facts);
  const claimed: Claimed[] = [];
  return table.rules.map((rule) => {
    const own: Facts = { ...facts, history: historyOf(rule) };
    const evaluation = evaluateLoaded(strategy, rule, own);
    const conflict = evaluation.outcome === "FIRED" ? conflictOf(rule, claimed) : undefined;
    if (conflict === undefined && (evaluation.outcome === "FIRED" || evaluation.truth === "UNKNOWN"))
      claimed.push({ rule, isDoubt: evaluation.outcome !== "FIRED" });
    return { rule, facts: own, evaluation, ...(conflict === undefined ? {} : { conflict }) };
  });
}

type Claimed = { readonly rule: CompiledRule; readonly isDoubt: boolean };

function conflictOf(rule: CompiledRule, claimed: readonly Claimed[]): DecisionLeaf | undefined {
  const claims = claimsOf(rule);
  const opens = rule.actions.some((action) => action.opens);
  const other = claimed.find(
    (earlier) => (opens || !earlier.isDoubt) && claimsOf(earlier.rule).some((claim) => claims.includes(claim)),
  );
  if (other === undefined) return undefined;
  const { id } = other.rule;
  return {
    name: "conflict",
    value: other.isDoubt ? `${id} is UNKNOWN and might have acted` : `${id} acts`,
    threshold: "no rule before it acts on the same",
    result: other.isDoubt ? "UNKNOWN" : "FALSE",
  };
}

const claimsOf = ({ actions }: CompiledRule): readonly Claim[] => actions.flatMap((action) => action.claims);
