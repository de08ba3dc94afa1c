export { type CompiledRule, type CompiledStrategy, checkRules, readStrategy, tradesGroup } from "./compile.ts";
export { CONDITIONS } from "./conditions/index.ts";
export { ACTIONS } from "./actions/index.ts";
export type { EnterPlan, ExitPlan, NoPlan, Plan } from "./define-action.ts";
export { type Evaluation, type Explanation, evaluate, explain } from "./evaluate.ts";
export {
  MOST_PX,
  type Facts,
  type IndicatorFact,
  type PositionFacts,
  type Prediction,
  type QuoteFacts,
  type SessionFacts,
} from "./facts.ts";
export type { DeclaredIndicator, IndicatorTimeframe } from "./indicators-schema.ts";
export { SIZINGS } from "./sizing/index.ts";
export { TRIGGERS, type Trigger } from "./strategy-schema.ts";
export type { Truth } from "./truth.ts";
