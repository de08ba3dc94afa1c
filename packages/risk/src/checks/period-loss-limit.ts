import { subMoney, type Money } from "@bowline/kernel";
import { defineCheck } from "../define-check.ts";
import { atMost, together } from "../at-most.ts";
import { moneyLimit } from "../limits/limit.ts";

/** Denies entries once the week or the month has lost too much. */
export const periodLossLimit = defineCheck({
  code: "PERIOD_LOSS_LIMIT",
  doc: "What a week and a month may lose.",
  remedy: "Stop until the week or the month is over.",
  exemptsReducing: true,
  limits: {
    maxWeeklyLoss: moneyLimit("Equity lost since the week began.", { careful: 0.03, normal: 0.06 }),
    maxMonthlyLoss: moneyLimit("Equity lost since the month began.", { careful: 0.06, normal: 0.12 }),
  },
  check: ({ equity, weekStartEquity, monthStartEquity }, { maxWeeklyLoss, maxMonthlyLoss }) => {
    const lost = (from: Money | undefined): number | undefined =>
      from === undefined || equity === undefined ? undefined : subMoney(from, equity);
    return together(
      atMost({ what: "weeklyLoss", value: lost(weekStartEquity), limit: maxWeeklyLoss, named: "maxWeeklyLoss" }),
      atMost({ what: "monthlyLoss", value: lost(monthStartEquity), limit: maxMonthlyLoss, named: "maxMonthlyLoss" }),
    );
  },
});
