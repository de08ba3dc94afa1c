import { MICROS, mulDiv } from "@bowline/kernel";
import { defineCheck, deny } from "../define-check.ts";
import { atMost } from "../at-most.ts";
import { ratioLimit, shown } from "../limits/limit.ts";

/** Denies entries where a second source says another price, or the last minute bar, which comes from the broker on another way. */
export const marketDataDivergent = defineCheck({
  code: "MARKET_DATA_DIVERGENT",
  doc: "A second source agrees, where there is one, and the quote is near the close of the last minute bar.",
  remedy: "Compare both with TWS: one of the two streams is wrong, or the price has moved within a minute.",
  exemptsReducing: true,
  limits: {
    maxSourceDivergence: ratioLimit("Distance of the quote's middle from the last minute's close.", {
      careful: "0.02",
      normal: "0.05",
    }),
  },
  check: ({ refPx, secondPx, divergence }, { maxSourceDivergence }) => {
    if (divergence?.state === "DIVERGENT")
      return deny({
        source: divergence.source,
        firstPx: shown(divergence.firstPx),
        secondPx: shown(divergence.secondPx),
        divergence: shown(divergence.deviation),
        bound: shown(divergence.bound),
      });
    const value =
      refPx === undefined || secondPx === undefined ? undefined : mulDiv(Math.abs(refPx - secondPx), MICROS, secondPx);
    return atMost({ what: "divergence", value, limit: maxSourceDivergence, named: "maxSourceDivergence" });
  },
});
