import { MICROS, mulDiv } from "@bowline/kernel";
import { defineCheck, deny, denyMissing, pass } from "../define-check.ts";
import { atMost } from "../at-most.ts";
import { ratioLimit, shown } from "../limits/limit.ts";

/** Denies when bid and ask are not both there, the bid is not below the ask, or the middle has jumped since the quote before. */
export const marketDataInsane = defineCheck({
  code: "MARKET_DATA_INSANE",
  doc: "Bid and ask are there, the bid is below the ask, and the price has not jumped.",
  remedy: "Wait for the next quote; if it goes on, look at the data in TWS.",
  exemptsReducing: false,
  limits: {
    maxQuoteJump: ratioLimit("Distance of the middle from that of the quote before.", {
      careful: "0.1",
      normal: "0.1",
    }),
  },
  check: ({ quote, refPx, priorPx }, { maxQuoteJump }) => {
    if (quote?.bidPx === undefined) return denyMissing("bidPx");
    if (quote.askPx === undefined) return denyMissing("askPx");
    if (quote.bidPx >= quote.askPx || refPx === undefined)
      return deny({ bidPx: shown(quote.bidPx), askPx: shown(quote.askPx) });
    if (priorPx === undefined) return pass;
    const value = mulDiv(Math.abs(refPx - priorPx), MICROS, priorPx);
    return atMost({ what: "jump", value, limit: maxQuoteJump, named: "maxQuoteJump" });
  },
});
