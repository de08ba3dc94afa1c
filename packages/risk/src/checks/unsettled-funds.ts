import { defineCheck, deny, denyMissing, pass } from "../define-check.ts";
import { shown, waived, WAIVED } from "../limits/limit.ts";
import { ruleLimit } from "../limits/list-limits.ts";

/** Denies a purchase in a cash account that takes more than the cash that has settled. */
export const unsettledFunds = defineCheck({
  code: "UNSETTLED_FUNDS",
  doc: "A cash account buys with settled cash only.",
  remedy: "Wait until the sales have settled, a day after they traded.",
  exemptsReducing: true,
  limits: {
    settledCash: ruleLimit("Sales of today are not bought with: a cash account's rule.", {
      careful: waived("a margin account may buy with what it has sold today"),
      normal: waived("a margin account may buy with what it has sold today"),
    }),
  },
  check: ({ order, settledCashLeft }, { settledCash }) => {
    if (settledCash === WAIVED || order.side !== "BUY") return pass;
    if (settledCashLeft === undefined) return denyMissing("cash");
    return settledCashLeft >= 0 ? pass : deny({ settledCashLeft: shown(settledCashLeft) });
  },
});
