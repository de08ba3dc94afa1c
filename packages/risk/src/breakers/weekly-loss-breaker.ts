import { moneyLimit } from "../limits/limit.ts";
import { measure } from "../breaking/measure.ts";
import { defineBreaker } from "../breaking/define-breaker.ts";

/** Halts everything when the week has lost too much. A resume counts from the equity of then on. */
export const weeklyLossBreaker = defineBreaker({
  code: "WEEKLY_LOSS_BREAKER",
  doc: "What a week may lose.",
  remedy: "Stop for this week. A resume counts the loss from then on.",
  watches: "SYSTEM",
  trips: "HALTED",
  inSession: false,
  limits: {
    breakerWeeklyLoss: moneyLimit(
      "Equity lost since the week began, or since a resume in it, at which everything halts.",
      {
        careful: 0.04,
        normal: 0.08,
      },
    ),
  },
  look: ({ weekLoss: value }, { breakerWeeklyLoss: limit, breakerRecovery: recovery }) =>
    measure({ what: "weeklyLoss", value, limit, named: "breakerWeeklyLoss", recovery }),
});
