import { defineCheck } from "../define-check.ts";
import { atMost } from "../at-most.ts";
import { ratioLimit, partOf } from "../limits/limit.ts";

/** Denies an order that would make the positions of one strategy too large. */
export const strategyLimit = defineCheck({
  code: "STRATEGY_LIMIT",
  doc: "The sum of the positions of a strategy by its own fills, all its open orders filled.",
  remedy: "Close something of the strategy first.",
  exemptsReducing: true,
  limits: {
    maxStrategyExposure: ratioLimit("Positions of the strategy as a multiple of equity.", {
      careful: "1",
      normal: "2",
    }),
  },
  check: ({ worstStrategy, equity }, { maxStrategyExposure }) => {
    const limit = partOf(equity, maxStrategyExposure);
    return atMost({ what: "strategyExposure", value: worstStrategy, limit, named: "maxStrategyExposure" });
  },
});
