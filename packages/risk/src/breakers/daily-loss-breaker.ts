import { moneyLimit } from "../limits/limit.ts";
import { measure } from "../breaking/measure.ts";
import { defineBreaker } from "../breaking/define-breaker.ts";

/** Takes everything to REDUCING when the session has lost much. */
export const dailyLossBreaker = defineBreaker({
  code: "DAILY_LOSS_BREAKER",
  doc: "What a session may lose before only exits go.",
  remedy: "Let positions be closed; it ends with the next session, or when the loss has shrunk.",
  watches: "SYSTEM",
  trips: "REDUCING",
  inSession: false,
  limits: {
    breakerDailyLoss: moneyLimit("Equity lost since the session began, at which only exits go.", {
      careful: 0.01,
      normal: 0.03,
    }),
  },
  look: ({ dayLoss: value }, { breakerDailyLoss: limit, breakerRecovery: recovery }) =>
    measure({ what: "dailyLoss", value, limit, named: "breakerDailyLoss", recovery }),
});
