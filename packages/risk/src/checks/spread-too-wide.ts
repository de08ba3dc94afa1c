import { MICROS, mulDiv } from "@bowline/kernel";
import { defineCheck } from "../define-check.ts";
import { atMost } from "../at-most.ts";
import { ratioLimit } from "../limits/limit.ts";

/** Denies entries while buying and selling at once would cost too much. */
export const spreadTooWide = defineCheck({
  code: "SPREAD_TOO_WIDE",
  doc: "The spread is narrow.",
  remedy: "Wait, or let the rule ask for a narrower spread.",
  exemptsReducing: true,
  limits: {
    maxSpread: ratioLimit("Spread as a part of the middle of the quote; 0.005 is 50 basis points.", {
      careful: "0.005",
      normal: "0.02",
    }),
  },
  check: ({ quote, refPx }, { maxSpread }) => {
    const value =
      refPx === undefined || quote?.bidPx === undefined || quote.askPx === undefined
        ? undefined
        : mulDiv(quote.askPx - quote.bidPx, MICROS, refPx);
    return atMost({ what: "spread", value, limit: maxSpread, named: "maxSpread" });
  },
});
