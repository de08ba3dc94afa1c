import { defineCheck, deny, denyMissing, pass } from "../define-check.ts";

/**
 * Denies on delayed and on frozen quotes: they are old, however freshly they came. By IB's documentation every change from live data
 * is told, so what was never told is live.
 */
export const marketDataNotLive = defineCheck({
  code: "MARKET_DATA_NOT_LIVE",
  doc: "The quote is of live data, not of delayed or frozen ones.",
  remedy: "Subscribe to live data at IB, or log the other session out: TWS sends delayed quotes.",
  exemptsReducing: false,
  limits: {},
  check: ({ quote }) => {
    if (quote === undefined) return denyMissing("quote");
    const { dataType = "LIVE" } = quote;
    return dataType === "LIVE" ? pass : deny({ dataType });
  },
});
