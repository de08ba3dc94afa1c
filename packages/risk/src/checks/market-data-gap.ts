import { defineCheck, deny, denyMissing, pass } from "../define-check.ts";

/** Denies entries after a minute without data: what indicators say has a hole. A minute without a trade is no gap. */
export const marketDataGap = defineCheck({
  code: "MARKET_DATA_GAP",
  doc: "The last minute bar has data.",
  remedy: "Wait for a minute with data.",
  exemptsReducing: true,
  limits: {},
  check: ({ barStatus }) => {
    if (barStatus === undefined) return denyMissing("bar");
    return barStatus === "NO_DATA" ? deny({ bar: barStatus }) : pass;
  },
});
