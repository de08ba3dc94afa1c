export { type ClockChange, clockChangesOf } from "./clock-changes.ts";
export { EXCHANGE_TIME_ZONE, exchangeTimeAt, usOfExchangeTime } from "./exchange-time.ts";
export * from "./liquid-hours.ts";
export { EARLY_CLOSE_RULES, HOLIDAY_RULES } from "./rules.ts";
export * from "./sessions.ts";
export { type Exchange, EXCHANGES, SPECIAL_DAYS } from "./special-days.ts";
export { FIRST_YEAR, LAST_YEAR, tradingDayOf } from "./trading-day.ts";
