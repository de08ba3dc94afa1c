import { scaleMoney } from "@bowline/kernel";
import { defineCheck, deny, denyMissing, pass } from "../define-check.ts";
import { ratioLimit, shown } from "../limit.ts";

/** Denies an order that, with every open order filled, would take the sum of all positions beyond a multiple of equity. */
export const grossExposureLimit = defineCheck({
  code: "GROSS_EXPOSURE_LIMIT",
  doc: "The sum of all positions, all open orders filled.",
  exemptsReducing: true,
  limits: {
    maxGrossExposure: ratioLimit("Sum of all positions, long and short, as a multiple of equity.", {
      careful: "1",
      normal: "2",
    }),
  },
  check: ({ worstGrossExposure, equity }, { maxGrossExposure }) => {
    if (equity === undefined) return denyMissing("equity");
    if (worstGrossExposure === undefined) return denyMissing("mark");
    const most = scaleMoney(equity, maxGrossExposure);
    return worstGrossExposure <= most ? pass : deny({ grossExposure: shown(worstGrossExposure), most: shown(most) });
  },
});
