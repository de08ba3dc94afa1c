import type { DecisionLeaf } from "@bowline/contracts";
import type { CompiledRule, CompiledStrategy, RuleTable } from "./compiled.ts";
import type { SizingStep } from "./define-sizing.ts";
import type { Facts } from "./facts.ts";
import type { Leaf } from "./leaf.ts";
import type { NoPlan, Plan } from "./plans.ts";
import { ALL_TRUE, isUnknown, leafOf, run } from "./program/run.ts";
import { type Place, loadFacts } from "./program/slots.ts";
import type { Truth } from "./truth.ts";
import { explainRequirement } from "./when/node.ts";

/** What became of a rule at one moment. */
export type Evaluation = {
  /** What its `when` is, whatever holds the rule back besides. */
  readonly condition: Truth;
  readonly rearms: boolean;
} & (
  | { readonly outcome: "FIRED"; readonly plans: readonly Plan[] }
  /**
   * `truth` is UNKNOWN where the rule might have fired had everything been known. `refusal` is present where an action found that
   * it cannot be done.
   */
  | {
      readonly outcome: "BLOCKED";
      readonly truth: "FALSE" | "UNKNOWN";
      readonly firstBlocker: string;
      readonly refusal?: NoPlan | undefined;
    }
);

/** Reads what programs look at into the working memory of a strategy. */
export const load = ({ memory }: CompiledStrategy, places: readonly Place[], facts: Facts): void =>
  loadFacts(places, facts, memory.slots, memory.texts);

/** Asks one rule by itself. */
export function evaluate(strategy: CompiledStrategy, rule: CompiledRule, facts: Facts): Evaluation {
  load(strategy, rule.shared, facts);
  return evaluateLoaded(strategy, rule, facts);
}

/**
 * Asks a rule whose shared facts are loaded. It fires when its conditions, then what holds it back, then what its actions need are
 * all TRUE, and every action can be planned; FALSE and UNKNOWN both block.
 */
export function evaluateLoaded(strategy: CompiledStrategy, rule: CompiledRule, facts: Facts): Evaluation {
  const { slots } = strategy.memory;
  load(strategy, rule.own, facts);
  const outcome = run(rule.code, slots);
  const condition = truthOfRun(outcome);
  const rearms = rule.rearmCode === undefined ? condition === "FALSE" : run(rule.rearmCode, slots) === ALL_TRUE;
  const about = { condition, rearms };
  const blocker = blockerOf(rule, outcome);
  if (condition === "FALSE") return { ...about, outcome: "BLOCKED", truth: "FALSE", firstBlocker: blocker ?? "" };
  const besides = firstOf(rule.needs, facts);
  const firstBlocker = blocker ?? besides.first;
  if (firstBlocker !== undefined)
    return { ...about, outcome: "BLOCKED", truth: besides.hasFalse ? "FALSE" : "UNKNOWN", firstBlocker };
  const plans = rule.actions.map((action) => action.plan(facts));
  const refusal = plans.find((plan) => plan.type === "none");
  if (refusal !== undefined)
    return { ...about, outcome: "BLOCKED", truth: "FALSE", firstBlocker: refusal.blocker, refusal };
  return { ...about, outcome: "FIRED", plans: plans.filter((plan) => plan.type !== "none") };
}

const truthOfRun = (outcome: number): Truth =>
  outcome === ALL_TRUE ? "TRUE" : isUnknown(outcome) ? "UNKNOWN" : "FALSE";

const blockerOf = ({ requirements }: CompiledRule, outcome: number): string | undefined =>
  outcome === ALL_TRUE ? undefined : requirements[leafOf(outcome)]?.name;

/** How many rules of a table have conditions that hold, whatever else they need: what a bench compares with other engines. */
export function countHolding(strategy: CompiledStrategy, { rules, shared }: RuleTable, facts: Facts): number {
  load(strategy, shared, facts);
  let count = 0;
  for (const { code } of rules) if (run(code, strategy.memory.slots) === ALL_TRUE) count += 1;
  return count;
}

/** The first leaf that is not true, and whether any of them is false. */
function firstOf(leaves: readonly Leaf[], facts: Facts): { first: string | undefined; hasFalse: boolean } {
  let first: string | undefined;
  for (const leaf of leaves) {
    const truth = leaf.test(facts);
    if (truth === "TRUE") continue;
    first ??= leaf.name;
    if (truth === "FALSE") return { first, hasFalse: true };
  }
  return { first, hasFalse: false };
}

export type Explanation = { readonly leaves: readonly DecisionLeaf[]; readonly sizing: readonly SizingStep[] };

/** Every leaf with its value, and the steps of the sizing as far as they went: for the decision record. */
export function explain(rule: CompiledRule, facts: Facts, evaluation: Evaluation): Explanation {
  const leaves = [
    ...rule.requirements.flatMap((requirement) => explainRequirement(requirement, facts)),
    ...rule.needs.map((leaf) => leaf.explain(facts)),
  ];
  if (evaluation.outcome === "FIRED")
    return { leaves, sizing: evaluation.plans.flatMap((plan) => ("sizing" in plan ? plan.sizing : [])) };
  if (evaluation.refusal === undefined) return { leaves, sizing: [] };
  const { blocker, value, threshold, sizing } = evaluation.refusal;
  return { leaves: [...leaves, { name: blocker, value, threshold, result: "FALSE" }], sizing };
}
