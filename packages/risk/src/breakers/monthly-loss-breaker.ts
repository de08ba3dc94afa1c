import { moneyLimit } from "../limits/limit.ts";
import { measure } from "../breaking/measure.ts";
import { defineBreaker } from "../breaking/define-breaker.ts";

/** Halts everything when the month has lost too much. A resume counts from the equity of then on. */
export const monthlyLossBreaker = defineBreaker({
  code: "MONTHLY_LOSS_BREAKER",
  doc: "What a month may lose.",
  remedy: "Stop for this month. A resume counts the loss from then on.",
  watches: "SYSTEM",
  trips: "HALTED",
  inSession: false,
  limits: {
    breakerMonthlyLoss: moneyLimit(
      "Equity lost since the month began, or since a resume in it, at which everything halts.",
      {
        careful: 0.08,
        normal: 0.16,
      },
    ),
  },
  look: ({ monthLoss: value }, { breakerMonthlyLoss: limit, breakerRecovery: recovery }) =>
    measure({ what: "monthlyLoss", value, limit, named: "breakerMonthlyLoss", recovery }),
});
