export { EXCHANGE_TIME_ZONE, exchangeTimeAt, usOfExchangeTime } from "./exchange-time.ts";
export * from "./sessions.ts";
