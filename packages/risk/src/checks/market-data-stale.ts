import { US_PER_MS } from "@bowline/kernel";
import { defineCheck, deny, denyMissing, pass } from "../define-check.ts";
import { countLimit } from "../limit.ts";

/** Denies when the symbol's feed was not heard for too long. */
export const marketDataStale = defineCheck({
  code: "MARKET_DATA_STALE",
  doc: "The symbol's feed was heard a moment ago.",
  exemptsReducing: false,
  limits: {
    maxQuoteAgeMs: countLimit("Milliseconds since the symbol's feed was last heard.", {
      careful: 6000,
      normal: 10_000,
    }),
  },
  check: ({ quote, nowUs }, { maxQuoteAgeMs }) => {
    if (quote === undefined) return denyMissing("quote");
    const ageUs = nowUs - quote.quoteUs;
    return ageUs <= maxQuoteAgeMs * US_PER_MS
      ? pass
      : deny({ ageMs: String(ageUs / US_PER_MS), maxQuoteAgeMs: String(maxQuoteAgeMs) });
  },
});
