export { BREAKER_CODES, type BreakerCode } from "./breaking/breaker-codes.ts";
export type { BreakerTime, OddFill, StrategyView, SymbolView, SystemView } from "./breaking/breaker-view.ts";
export type { Breaker } from "./breaking/define-breaker.ts";
export { BREAKERS } from "./breakers/index.ts";
export type { Reading } from "./breaking/measure.ts";
export { CHECKS } from "./checks/index.ts";
export * from "./cut-order.ts";
export * from "./largest-fit.ts";
export { type Check, reasonOf } from "./define-check.ts";
export { DENIAL_CODES, type DenialCode } from "./denial-codes.ts";
export * from "./evaluate.ts";
export * from "./exposure.ts";
export * from "./flatten/closing-price.ts";
export {
  DEFAULT_FLATTEN,
  type FlattenPolicy,
  LOSS_BREAKERS,
  type LossBreaker,
  makeFlattenPolicy,
} from "./flatten/flatten-policy.ts";
export * from "./flatten/slice-qty.ts";
export * from "./facts/activity.ts";
export * from "./facts/crossing.ts";
export * from "./facts/equity-marks.ts";
export * from "./facts/fill-quality.ts";
export * from "./facts/exposure-table.ts";
export * from "./facts/model-record.ts";
export * from "./facts/pnl-gap.ts";
export * from "./facts/price-path.ts";
export * from "./facts/returns.ts";
export * from "./facts/round-trips.ts";
export * from "./holdings.ts";
export * from "./limits/limit-book.ts";
export { type Basis, partOf, type Profile, PROFILES, WAIVED } from "./limits/limit.ts";
export * from "./limits/limits-file.ts";
export * from "./limits/live-limits.ts";
export * from "./replacement.ts";
export * from "./reservations.ts";
export * from "./trading-state.ts";
export type { RiskView } from "./view.ts";
