import { defineCheck, deny, pass } from "../define-check.ts";
import { shown } from "../limits/limit.ts";

/** Denies entries while a second source says another price: one of the two is wrong, and nobody knows which. */
export const marketDataDivergent = defineCheck({
  code: "MARKET_DATA_DIVERGENT",
  doc: "A second source of prices, where one is configured, agrees with the first.",
  remedy: "Compare both with TWS: one of the two is wrong. It ends when they agree again.",
  exemptsReducing: true,
  limits: {},
  check: ({ divergence }) => {
    if (divergence?.state !== "DIVERGENT") return pass;
    const { source, firstPx, secondPx, deviation, bound } = divergence;
    return deny({
      source,
      firstPx: shown(firstPx),
      secondPx: shown(secondPx),
      deviation: shown(deviation),
      bound: shown(bound),
    });
  },
});
