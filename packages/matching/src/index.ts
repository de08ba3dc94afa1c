export * from "./csv.ts";
export * from "./market.ts";
export { makeReplayMarket, type ReplayOptions } from "./market-replay.ts";
export {
  DEFAULT_MARKET_GROUPS,
  makeSyntheticMarket,
  type MarketGroups,
  type SyntheticOptions,
} from "./market-synthetic.ts";
export type { QuoteRow, SideRow, SymbolRows, TradeRow } from "./minute-rows.ts";
export { type Broker, type BrokerOptions, makeBroker } from "./broker.ts";
export type * from "./broker-types.ts";
export type { Ordained } from "./broker-ordain.ts";
export { commissionOf, type FeeSchedule, IB_FIXED_US_STOCKS } from "./fee-schedule.ts";
export { foldTicks, type SplitOptions, splitStep, type StepTick, type TradePrint } from "./split-step.ts";
