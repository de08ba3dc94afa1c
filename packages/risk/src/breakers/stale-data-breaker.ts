import { countLimit } from "../limits/limit.ts";
import { measure } from "../breaking/measure.ts";
import { defineBreaker } from "../breaking/define-breaker.ts";

/** Takes a symbol to REDUCING when its feed falls silent, until it has spoken for a while. */
export const staleDataBreaker = defineBreaker({
  code: "STALE_DATA_BREAKER",
  doc: "The feed of the symbol speaks.",
  remedy: "Look at the data connection: `./bowline status`.",
  watches: "SYMBOL",
  trips: "REDUCING",
  inSession: true,
  limits: {
    breakerQuoteAgeMs: countLimit("Milliseconds since the symbol's feed was last heard.", {
      careful: 30_000,
      normal: 60_000,
    }),
  },
  look: ({ silentMs: value }, { breakerQuoteAgeMs: limit, breakerRecovery: recovery }) =>
    measure({ what: "silentMs", value, limit, named: "breakerQuoteAgeMs", recovery, show: String }),
});
