import { subMoney } from "@bowline/kernel";
import { defineCheck, deny, denyMissing, pass } from "../define-check.ts";
import { moneyLimit, shown, WAIVED } from "../limits/limit.ts";

/** Denies entries once the session has lost too much, realised and unrealised, commissions included. */
export const dailyLossLimit = defineCheck({
  code: "DAILY_LOSS_LIMIT",
  doc: "What a session may lose.",
  remedy: "Stop for today.",
  exemptsReducing: true,
  limits: {
    maxDailyLoss: moneyLimit("Equity lost since the session began, open positions at bid or ask.", {
      careful: 0.01,
      normal: 0.02,
    }),
  },
  check: ({ equity, dayStartEquity }, { maxDailyLoss }) => {
    if (maxDailyLoss === WAIVED) return pass;
    if (equity === undefined || dayStartEquity === undefined) return denyMissing("equity");
    const loss = subMoney(dayStartEquity, equity);
    return loss < maxDailyLoss ? pass : deny({ loss: shown(loss), maxDailyLoss: shown(maxDailyLoss) });
  },
});
