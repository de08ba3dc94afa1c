import { US_PER_MS } from "@bowline/kernel";
import { defineCheck, denyMissing } from "../define-check.ts";
import { atMost } from "../at-most.ts";
import { countLimit } from "../limits/limit.ts";

/** Denies when the symbol's feed was not heard for too long. */
export const marketDataStale = defineCheck({
  code: "MARKET_DATA_STALE",
  doc: "The symbol's feed was heard a moment ago.",
  remedy: "Look at the data connection; a symbol that trades seldom gets a longer time under `symbols`.",
  exemptsReducing: false,
  limits: {
    maxQuoteAgeMs: countLimit("Milliseconds since the symbol's feed was last heard.", {
      careful: 6000,
      normal: 10_000,
    }),
  },
  check: ({ quote, nowUs }, { maxQuoteAgeMs }) => {
    if (quote === undefined) return denyMissing("quote");
    const value = (nowUs - quote.quoteUs) / US_PER_MS;
    return atMost({ what: "ageMs", value, limit: maxQuoteAgeMs, named: "maxQuoteAgeMs", show: String });
  },
});
