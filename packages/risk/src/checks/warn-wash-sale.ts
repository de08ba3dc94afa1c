import { US_PER_DAY } from "@bowline/kernel";
import { defineCheck, pass } from "../define-check.ts";
import { atLeast } from "../at-most.ts";
import { countLimit, WAIVED } from "../limits/limit.ts";

/** Says that an entry follows a loss in the same symbol: the tax office may not count that loss. The order passes. */
export const warnWashSale = defineCheck({
  code: "WARN_WASH_SALE",
  doc: "Thirty days have passed since the symbol last lost.",
  remedy: "Nothing must be done; ask a tax adviser.",
  exemptsReducing: true,
  warnsOnly: true,
  limits: {
    washSaleDays: countLimit("Days after a loss.", { careful: 30, normal: 30 }, "least"),
  },
  check: ({ lossUs, nowUs }, { washSaleDays }) => {
    if (lossUs === undefined) return pass;
    const value = (nowUs - lossUs) / US_PER_DAY;
    return atLeast({
      what: "daysSinceLoss",
      value,
      limit: washSaleDays,
      named: "washSaleDays",
      show: (days) => (days === WAIVED ? days : days.toFixed(1)),
    });
  },
});
