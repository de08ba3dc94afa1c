import { moneyLimit } from "../limits/limit.ts";
import { measure } from "../breaking/measure.ts";
import { defineBreaker } from "../breaking/define-breaker.ts";

/** Takes everything to REDUCING while our cash, commissions taken off, is not the broker's: also after the close, on the day's last word. */
export const cashGapBreaker = defineBreaker({
  code: "CASH_GAP_BREAKER",
  doc: "Our cash, less commissions, is near the broker's.",
  remedy:
    "Compare executions and commissions with the statement: `./bowline pnl`. Where a deposit, dividend or fee is behind it, `./bowline resume` takes it as it is.",
  watches: "SYSTEM",
  trips: "REDUCING",
  inSession: false,
  limits: {
    breakerCashGap: moneyLimit(
      "Distance of our cash from the broker's, the smaller of the last two that it told: what is on its way comes with the next.",
      { careful: 0.002, normal: 0.01 },
    ),
  },
  look: ({ cashGap: value }, { breakerCashGap: limit, breakerRecovery: recovery }) =>
    measure({ what: "cashGap", value, limit, named: "breakerCashGap", recovery }),
});
