import { defineCheck, pass } from "../define-check.ts";
import { atMost } from "../at-most.ts";
import { ratioLimit, partOf, suggestWithBars, WAIVED } from "../limits/limit.ts";

/** Denies an order that would make the positions too large that move together with this symbol: twins share one budget. */
export const correlationLimit = defineCheck({
  code: "CORRELATION_LIMIT",
  doc: "The sum of the positions whose daily returns go with those of the symbol.",
  remedy: "Close something that moves the same way first.",
  exemptsReducing: true,
  limits: {
    clusterCorrelation: ratioLimit("From this correlation of daily returns on, symbols count as one.", {
      careful: "0.7",
      normal: "0.7",
    }),
    maxClusterExposure: {
      ...ratioLimit("Positions that move together, as a multiple of equity.", { careful: "0.5", normal: "1" }),
      suggest: suggestWithBars(({ profile }) => ({ careful: "0.5", normal: "1" })[profile]),
    },
  },
  check: ({ clusterAt, equity }, { clusterCorrelation, maxClusterExposure }) => {
    if (maxClusterExposure === WAIVED || clusterCorrelation === WAIVED) return pass;
    const limit = partOf(equity, maxClusterExposure);
    return atMost({
      what: "clusterExposure",
      value: clusterAt(clusterCorrelation),
      limit,
      named: "maxClusterExposure",
    });
  },
});
