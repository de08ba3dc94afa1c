import { defineCheck, pass } from "../define-check.ts";
import { atMost } from "../at-most.ts";
import { ratioLimit, partOf, suggestWithBars, WAIVED } from "../limits/limit.ts";

/** Denies an order that would make a bad day too bad: the loss that one day in a hundred exceeds, by the last daily returns. */
export const varLimit = defineCheck({
  code: "VAR_LIMIT",
  doc: "Value at risk of one day at 99 %, the larger of the historical and the parametric one.",
  remedy: "Close what swings most, or order less.",
  exemptsReducing: true,
  limits: {
    maxValueAtRisk: {
      ...ratioLimit("Value at risk as a part of equity.", { careful: "0.02", normal: "0.05" }),
      suggest: suggestWithBars(({ profile }) => ({ careful: "0.02", normal: "0.05" })[profile]),
    },
  },
  check: ({ valueAtRisk, equity }, { maxValueAtRisk }) => {
    if (maxValueAtRisk === WAIVED) return pass;
    const limit = partOf(equity, maxValueAtRisk);
    return atMost({ what: "valueAtRisk", value: valueAtRisk(), limit, named: "maxValueAtRisk" });
  },
});
