import { MICROS, mulDiv } from "@bowline/kernel";
import { defineCheck, pass } from "../define-check.ts";
import { atMost } from "../at-most.ts";
import { ratioLimit, partOf, WAIVED } from "../limits/limit.ts";

/** Denies an order after which a shock would cost too much: every price falls or rises at once, or longs fall while shorts rise. */
export const stressLimit = defineCheck({
  code: "STRESS_LIMIT",
  doc: "What a shock would cost, all open orders filled.",
  remedy: "Close something, or order less.",
  exemptsReducing: true,
  limits: {
    stressShock: ratioLimit(
      "Size of the shock. All prices move by half of it together; longs and shorts apart by a quarter of it each.",
      { careful: "0.2", normal: "0.2" },
      "least",
    ),
    maxStressLoss: ratioLimit("Loss of the worse of the two, as a part of equity.", { careful: "0.1", normal: "0.3" }),
  },
  check: ({ worstNet, worstGross, equity }, { stressShock, maxStressLoss }) => {
    if (stressShock === WAIVED || maxStressLoss === WAIVED) return pass;
    const limit = partOf(equity, maxStressLoss);
    const value =
      worstNet === undefined || worstGross === undefined
        ? undefined
        : Math.max(mulDiv(worstNet, stressShock, 2 * MICROS), mulDiv(worstGross, stressShock, 4 * MICROS));
    return atMost({ what: "stressLoss", value, limit, named: "maxStressLoss" });
  },
});
