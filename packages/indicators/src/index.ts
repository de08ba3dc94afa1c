export type { Indicator, IndicatorBar, IndicatorState, Memory, Missing, Output, Param, Unit } from "./indicator.ts";
export { INDICATORS, indicatorOf } from "./indicators/index.ts";
export { bollinger } from "./indicators/bollinger.ts";
export { ema } from "./indicators/ema.ts";
export { macd } from "./indicators/macd.ts";
export { rsi } from "./indicators/rsi.ts";
export { sma } from "./indicators/sma.ts";
export { type AtrBar, type AtrState, atr, atrOf } from "./indicators/atr.ts";
export { type Join, initialJoin, isJoined, joinOther, joinOwn } from "./join.ts";
export { PRICES, type PriceName } from "./series.ts";
export { type Arrival, type Study, type StudyBar, type StudyState, makeStudy } from "./study.ts";
export {
  type Source,
  type SpecFinding,
  type StudySpec,
  barsNeededBy,
  findingsOf,
  otherSymbolsOf,
  unitOf,
  withDefaults,
} from "./study-spec.ts";
