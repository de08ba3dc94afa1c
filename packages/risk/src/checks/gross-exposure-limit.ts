import { defineCheck } from "../define-check.ts";
import { atMost } from "../at-most.ts";
import { ratioLimit, partOf } from "../limits/limit.ts";

/** Denies an order that, with every open order filled, would take the sum of all positions beyond a multiple of equity. */
export const grossExposureLimit = defineCheck({
  code: "GROSS_EXPOSURE_LIMIT",
  doc: "The sum of all positions, all open orders filled.",
  remedy: "Close something first, or order less.",
  exemptsReducing: true,
  limits: {
    maxGrossExposure: ratioLimit("Sum of all positions, long and short, as a multiple of equity.", {
      careful: "1",
      normal: "2",
    }),
  },
  check: ({ worstGross, equity }, { maxGrossExposure }) => {
    const limit = partOf(equity, maxGrossExposure);
    return atMost({ what: "grossExposure", value: worstGross, limit, named: "maxGrossExposure" });
  },
});
