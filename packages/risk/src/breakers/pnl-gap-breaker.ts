import { ratioLimit, WAIVED } from "../limits/limit.ts";
import { measure, near } from "../breaking/measure.ts";
import { defineBreaker } from "../breaking/define-breaker.ts";

/**
 * Takes everything to REDUCING while our profit and loss stays far from what TWS counts. What is compared: `PnlGap`. A P&L that
 * is not told says nothing: whether the broker is there is another breaker's question.
 */
export const pnlGapBreaker = defineBreaker({
  code: "PNL_GAP_BREAKER",
  doc: "Our profit and loss of the session moves as TWS counts it.",
  remedy:
    "Compare executions, commissions and prices with TWS: `./bowline pnl`. Where TWS began another day, or what others trade is behind it, `./bowline resume` takes it as it is.",
  watches: "SYSTEM",
  trips: "REDUCING",
  inSession: true,
  limits: {
    breakerPnlGap: ratioLimit(
      "How far our P&L and that of TWS have moved apart in the session, the least of the last five samples, as a part of equity.",
      { careful: "0.001", normal: "0.005" },
    ),
  },
  look: ({ pnlGap: value }, { breakerPnlGap: limit, breakerRecovery: recovery }) =>
    value === undefined && limit !== WAIVED
      ? near
      : measure({ what: "pnlGap", value, limit, named: "breakerPnlGap", recovery }),
});
