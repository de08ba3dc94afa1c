import { ratioLimit } from "../limits/limit.ts";
import { measure } from "../breaking/measure.ts";
import { defineBreaker } from "../breaking/define-breaker.ts";

/** Takes a symbol to REDUCING while its spread is wide, or it has no quote with two sides. */
export const spreadBreaker = defineBreaker({
  code: "SPREAD_BREAKER",
  doc: "The spread is not wide.",
  remedy: "Wait until somebody makes a market again.",
  watches: "SYMBOL",
  trips: "REDUCING",
  inSession: true,
  limits: {
    breakerSpread: ratioLimit("Spread as a part of the middle of the quote.", { careful: "0.01", normal: "0.05" }),
  },
  look: ({ spread: value }, { breakerSpread: limit, breakerRecovery: recovery }) =>
    measure({ what: "spread", value, limit, named: "breakerSpread", recovery }),
});
