/** Where IB and others say it; a row's source is one of these, or names a thread. */
export const IB_CODES = "interactivebrokers.github.io/tws-api/message_codes.html";
export const IB_CAMPUS = "IBKR Campus, TWS API documentation, Error Codes";
export const IB_LIMITS = "interactivebrokers.github.io/tws-api/order_limitations.html";
export const IB_HISTORY = "interactivebrokers.github.io/tws-api/historical_limitations.html";
export const IB_ASYNC = "ib_async 2.0.1, ib_async/wrapper.py, its set of warnings";
export const LEAN = "Lean.Brokerages.InteractiveBrokers, InteractiveBrokersBrokerage.cs, its sets of codes";
export const STOQEY = "@stoqey/ib 1.6.10, common/errorCode.js and core/io/controller.js";
