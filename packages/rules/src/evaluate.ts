import type { DecisionLeaf } from "@bowline/contracts";
import type { CompiledRule } from "./compile.ts";
import type { EnterPlan, ExitPlan, Plan } from "./define-action.ts";
import type { SizingStep } from "./define-sizing.ts";
import type { Facts } from "./facts.ts";

/** What became of a rule at one moment. */
export type Evaluation =
  | { readonly outcome: "FIRED"; readonly plan: EnterPlan | ExitPlan }
  /** `plan` is present where the action itself found that it cannot be done. */
  | { readonly outcome: "BLOCKED"; readonly firstBlocker: string; readonly plan: Plan | undefined };

/** Fires when every leaf is TRUE and the action can be planned; FALSE and UNKNOWN both block. */
export function evaluate(rule: CompiledRule, facts: Facts): Evaluation {
  for (const leaf of rule.leaves) {
    if (leaf.test(facts) !== "TRUE") return { outcome: "BLOCKED", firstBlocker: leaf.name, plan: undefined };
  }
  const plan = rule.action.plan(facts);
  return plan.type === "none" ? { outcome: "BLOCKED", firstBlocker: plan.blocker, plan } : { outcome: "FIRED", plan };
}

export type Explanation = { readonly leaves: readonly DecisionLeaf[]; readonly sizing: readonly SizingStep[] };

/** Every leaf with its value, and the steps of the sizing as far as they went: for the decision record. */
export function explain(rule: CompiledRule, facts: Facts, { plan }: Evaluation): Explanation {
  const leaves = rule.leaves.map((leaf) => leaf.explain(facts));
  if (plan === undefined || plan.type === "exit") return { leaves, sizing: [] };
  if (plan.type === "enter") return { leaves, sizing: plan.sizing };
  const { blocker, value, threshold, sizing } = plan;
  return { leaves: [...leaves, { name: blocker, value, threshold, result: "FALSE" }], sizing };
}
