import { countLimit } from "../limits/limit.ts";
import { measure } from "../breaking/measure.ts";
import { defineBreaker } from "../breaking/define-breaker.ts";

/** Takes a symbol to REDUCING while the broker leaves an order or a cancel without an answer. */
export const orderStuckBreaker = defineBreaker({
  code: "ORDER_STUCK_BREAKER",
  doc: "The broker answers orders and cancels.",
  remedy: "Look at the order in TWS; it may need a person there.",
  watches: "SYMBOL",
  trips: "REDUCING",
  inSession: false,
  limits: {
    breakerUnansweredMs: countLimit(
      "Milliseconds for which the broker leaves an order or a cancel without an answer.",
      {
        careful: 5000,
        normal: 15_000,
      },
    ),
  },
  look: ({ unansweredMs: value }, { breakerUnansweredMs: limit, breakerRecovery: recovery }) =>
    measure({ what: "unansweredMs", value, limit, named: "breakerUnansweredMs", recovery, show: String }),
});
