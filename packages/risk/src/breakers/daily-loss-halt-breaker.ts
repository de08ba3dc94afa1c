import { moneyLimit } from "../limits/limit.ts";
import { measure } from "../breaking/measure.ts";
import { defineBreaker } from "../breaking/define-breaker.ts";

/** Halts everything when the session has lost too much. A resume counts from the equity of then on. */
export const dailyLossHaltBreaker = defineBreaker({
  code: "DAILY_LOSS_HALT_BREAKER",
  doc: "What a session may lose before everything halts.",
  remedy: "Stop for today. A resume counts the loss from then on.",
  watches: "SYSTEM",
  trips: "HALTED",
  inSession: false,
  limits: {
    breakerDailyLossHalt: moneyLimit(
      "Equity lost since the session began, or since a resume in it, at which everything halts.",
      {
        careful: 0.02,
        normal: 0.05,
      },
    ),
  },
  look: ({ haltDayLoss: value }, { breakerDailyLossHalt: limit, breakerRecovery: recovery }) =>
    measure({ what: "dailyLoss", value, limit, named: "breakerDailyLossHalt", recovery }),
});
