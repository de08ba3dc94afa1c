export * from "./csv.ts";
export { type DailyHistory, makeDailyHistory } from "./daily-history.ts";
export { makeOrigin, type Origin, SYNTHETIC_PAST_YEARS, withMadePast } from "./made-past.ts";
export * from "./market.ts";
export { makeReplayMarket, type ReplayOptions } from "./market-replay.ts";
export {
  DEFAULT_MARKET_GROUPS,
  makeSyntheticMarket,
  type MarketGroups,
  type SyntheticOptions,
} from "./market-synthetic.ts";
export type { QuoteRow, SideRow, SymbolRows, TradeRow } from "./minute-rows.ts";
export { type Behaviour, BEHAVIOURS, type BehaviourSwitch } from "./behaviour.ts";
export { type AskedAccount, type Broker, type BrokerOptions, makeBroker } from "./broker.ts";
export type * from "./broker-types.ts";
export type { Ordained } from "./broker-ordain.ts";
export { commissionOf, type FeeSchedule, IB_FIXED_US_STOCKS, scheduleOf } from "./fee-schedule.ts";
export { foldTicks, type SplitOptions, splitStep, type StepTick, type TradePrint } from "./split-step.ts";
export { type FeeFacts, type FeePlan, feeRange, type Fees, feesOf, type FeeTier } from "./fee-plan.ts";
export { FEE_PLANS } from "./fee-plans.ts";
export { type AccountMemory, type SymbolPnl } from "./account-memory.ts";
export { type AccountStanding } from "./account-standing.ts";
export { type AccountRow, accountSummary, accountValues, type AccountValueOptions } from "./account-values.ts";
export { type Borrow, borrowOf, type BorrowTraits } from "./borrow.ts";
export { MARGIN_TERMS, type MarginTerms } from "./margin-terms.ts";
export { marginRefusal, type MarginStanding, type ProposedTrade, whatIfOf } from "./margin-check.ts";
export { type ExtendedOptions, makeExtendedMarket } from "./market-extended.ts";
export type { MarketEvent, MarketTraits, SectorTraits } from "./market-traits.ts";
export { type FillTerms, type Impact, makeFillTerms, type Slippage } from "./fill-terms.ts";
export type { InstrumentRule, InstrumentRules } from "./instrument-rule.ts";
export type { PriceBand } from "./price-increment.ts";
export type { AccountWish } from "./account-wish.ts";
export { makeBrokerage, refuseGroup } from "./brokerage.ts";
export { BROKER_ORD_TYPES } from "./ord-types.ts";
