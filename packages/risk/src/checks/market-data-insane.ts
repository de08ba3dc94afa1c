import { defineCheck, deny, denyMissing, pass } from "../define-check.ts";
import { shown } from "../limit.ts";

/** Denies when bid and ask are not both there, or the bid is not below the ask. */
export const marketDataInsane = defineCheck({
  code: "MARKET_DATA_INSANE",
  doc: "Bid and ask are there, and the bid is below the ask.",
  exemptsReducing: false,
  limits: {},
  check: ({ quote }) => {
    if (quote?.bidPx === undefined) return denyMissing("bidPx");
    if (quote.askPx === undefined) return denyMissing("askPx");
    return quote.bidPx < quote.askPx ? pass : deny({ bidPx: shown(quote.bidPx), askPx: shown(quote.askPx) });
  },
});
