import { ratioLimit } from "../limits/limit.ts";
import { calm, measure } from "../breaking/measure.ts";
import { defineBreaker } from "../breaking/define-breaker.ts";

/** Takes a strategy to REDUCING while its fills are much worse than the prices at which they were approved. */
export const slippageBreaker = defineBreaker({
  code: "SLIPPAGE_BREAKER",
  doc: "The fills of the strategy are near the prices at which they were approved.",
  remedy: "Trade smaller, or with limits; see what fills cost in the report.",
  watches: "STRATEGY",
  trips: "REDUCING",
  inSession: false,
  limits: {
    breakerSlippage: ratioLimit(
      "Average slippage of the fills of the last hour, at least five of them; with fewer nothing is known, and nothing trips.",
      { careful: "0.002", normal: "0.01" },
    ),
  },
  look: ({ slippage: value }, { breakerSlippage: limit, breakerRecovery: recovery }) =>
    value === undefined ? calm : measure({ what: "slippage", value, limit, named: "breakerSlippage", recovery }),
});
