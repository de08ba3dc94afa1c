import { assumed, codeRows, read, seen } from "./code-row.ts";
import { IB_ASYNC, IB_CAMPUS, IB_CODES, IB_HISTORY, IB_LIMITS } from "./sources.ts";

const STREAMS_TEST = "packages/broker-ib/src/streams.int.test.ts";
const REQUEST_TEST = "packages/broker-ib/src/ib-requests.int.test.ts";
const DATA_TEST = "packages/broker-ib/src/ib-market-data.int.test.ts";

/** About a request for data: a subscription, history, contract details, lists of orders and positions. */
export const DATA_CODES = [
  ...codeRows("data", "REFUSED", seen(REQUEST_TEST, IB_CODES), {
    200: "No security definition has been found for the request.",
  }),
  ...codeRows("data", "REFUSED", seen(DATA_TEST, IB_CODES), {
    354: "Requested market data is not subscribed.",
  }),
  ...codeRows("data", "REFUSED", read(IB_CODES), {
    101: "Max number of tickers has been reached.",
    102: "Duplicate ticker ID.",
    166: "HMDS Expired Contract Violation.",
    203: "The security is not available or allowed for this account.",
    309: "Max number of market depth requests has been reached.",
    320: "Server error when reading an API client request.",
    321: "Server error when validating an API client request.",
    322: "Server error when processing an API client request.",
    323: "Server error: cause -",
    330: "Only FA or STL customers can request managed accounts list.",
    385: "Duplicate ticker ID for API scanner subscription.",
    386: "Duplicate ticker ID for API historical data query.",
    414: "Snapshot market data subscription is not applicable to generic ticks.",
    430: "Fundamentals data for the security specified is not available.",
    431: "What to show field is missing or incorrect.",
    10187: "Failed to request historical ticks: no market data permissions.",
    10189: "Failed to request tick-by-tick data.",
    10190: "Max number of tick-by-tick requests has been reached.",
    10295: "Only daily resolution supported for Schedule requests.",
    10299: "Expected what to show is different.",
    10314: "The end date or time is invalid.",
    10337: "Misc options key is invalid.",
    10338: "Misc options value is invalid.",
    10339: "Setting end date/time for continuous future security type is not allowed.",
  }),
  ...codeRows("data", "REFUSED", read(IB_CAMPUS), {
    10089: "Requested market data requires additional subscription for API.",
    10168: "Requested market data is not subscribed. Delayed market data is not enabled.",
    10186: "Requested market data is not subscribed. Delayed market data is not enabled.",
    10276: "News feed is not allowed.",
    10346: "Market data cannot be delivered because the instrument is displayed elsewhere.",
  }),
  ...codeRows("data", "REFUSED", read(IB_HISTORY), {
    162: "Historical Market Data Service error message:",
  }),
  ...codeRows("data", "RETRY", seen(DATA_TEST, IB_HISTORY), {
    420: "Invalid Real-time Query: Pacing violation.",
  }),
  ...codeRows("data", "RETRY", read(IB_LIMITS), {
    100: "Max rate of messages per second has been exceeded.",
  }),
  ...codeRows("data", "RESUBSCRIBE", seen(STREAMS_TEST, "users' logs after a lost data farm; not confirmed by IB"), {
    10182: "Failed to request live updates (disconnected).",
  }),
  ...codeRows("data", "RESUBSCRIBE", seen(STREAMS_TEST, IB_CAMPUS), {
    10225: "Bust event occurred, current subscription is deactivated. Please resubscribe real-time bars immediately.",
  }),
  ...codeRows("data", "RESUBSCRIBE", read(IB_CODES), {
    316: "Market depth data has been HALTED. Please re-subscribe.",
  }),
  ...codeRows("data", "BLOCKED", seen(STREAMS_TEST, IB_CAMPUS), {
    10197: "No market data during competing live session.",
  }),
  ...codeRows("data", "GONE", read(IB_CODES), {
    300: "Can't find EId with tickerId:",
    310: "Can't find the subscribed market depth with tickerId:",
    365: "No scanner subscription found for ticker id:",
    366: "No historical data query found for ticker id:",
  }),
  ...codeRows("data", "WARNING", seen(DATA_TEST, IB_ASYNC), {
    10167: "Requested market data is not subscribed. Displaying delayed market data.",
  }),
  ...codeRows("data", "WARNING", read(IB_ASYNC), {
    399: "Order Message:",
    492: "You must subscribe for additional permissions to obtain precise results for scanner.",
    2150: "Invalid position trade derived value.",
    10349: "Order TIF was set to DAY based on order preset.",
  }),
  ...codeRows("data", "WARNING", read(IB_CODES), {
    165: "Historical market Data Service query message.",
    317: "Market depth data has been RESET.",
    2100: "API client has been unsubscribed from account data.",
    2101: "Unable to subscribe to account as other clients are subscribed to a different account.",
    2103: "A market data farm is disconnected.",
    2104: "Market data farm connection is OK.",
    2105: "A historical data farm is disconnected.",
    2106: "A historical data farm is connected.",
    2107: "A historical data farm connection has become inactive.",
    2108: "A market data farm connection has become inactive.",
    2119: "Market data farm is connecting.",
    2130: "Products are trading on the basis of currency price with factor.",
    2152: "Exchanges of market depth.",
    10090: "Part of requested market data is not subscribed.",
  }),
  ...codeRows("data", "REFUSED", assumed("our reading: a request that was never written has no answer"), {
    503: "The TWS is out of date: it does not support the request.",
    504: "Not connected.",
  }),
] as const;
