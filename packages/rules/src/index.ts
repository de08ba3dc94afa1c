export { checkRules, lintRules, readStrategy, tradesGroup } from "./compile.ts";
export { LINTS } from "./lints/index.ts";
export type { CompiledRule, CompiledStrategy, RuleTable } from "./compiled.ts";
export { type HistoryNeeds, historyNeeds } from "./history-needs.ts";
export { dayChangeOf } from "./day-change.ts";
export { CONDITIONS } from "./conditions/index.ts";
export { CONDITION_GROUPS } from "./define-condition.ts";
export { ACTIONS } from "./actions/index.ts";
export { type Verdict, decide } from "./decide.ts";
export { FACTS } from "./environment/index.ts";
export { type FactType, UNITS, type Unit } from "./environment/types.ts";
export { FUNCTIONS } from "./expression/functions.ts";
export { type Evaluation, type Explanation, countHolding, evaluate, explain } from "./evaluate.ts";
export {
  MOST_PX,
  NEVER_FIRED,
  type AccountFacts,
  type DayFacts,
  type Facts,
  type IndicatorFact,
  type PeerFacts,
  type PortfolioFacts,
  type PositionFacts,
  type Prediction,
  type QuoteFacts,
  type RuleHistory,
  type SessionFacts,
  type WorkingOrder,
} from "./facts.ts";
export type { DeclaredIndicator } from "./indicators-schema.ts";
export type {
  ChangePlan,
  EnterPlan,
  ExitPlan,
  FlattenAllPlan,
  NoPlan,
  ProtectPlan,
  NotifyPlan,
  PausePlan,
  ReversePlan,
  SetVariablePlan,
  Plan,
  ReducePlan,
} from "./plans.ts";
export type { PredictionPolicy } from "./prediction-policy.ts";
export { SIZINGS } from "./sizing/index.ts";
export { TRIGGERS, type Trigger } from "./triggers.ts";
export type { Variable, VariableValue } from "./variables.ts";
export type { Truth } from "./truth.ts";
export { strategyJsonSchema } from "./strategy-json-schema.ts";
