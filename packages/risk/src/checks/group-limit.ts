import { defineCheck } from "../define-check.ts";
import { atMost } from "../at-most.ts";
import { ratioLimit, partOf } from "../limits/limit.ts";

/** Denies an order that would make the positions of one ticker group too large. */
export const groupLimit = defineCheck({
  code: "GROUP_LIMIT",
  doc: "The sum of the positions of a group, all open orders filled.",
  remedy: "Close something of the group first.",
  exemptsReducing: true,
  limits: {
    maxGroupExposure: ratioLimit("Positions of the ticker group as a multiple of equity.", {
      careful: "0.5",
      normal: "2",
    }),
  },
  check: ({ worstGroup, equity }, { maxGroupExposure }) => {
    const limit = partOf(equity, maxGroupExposure);
    return atMost({ what: "groupExposure", value: worstGroup, limit, named: "maxGroupExposure" });
  },
});
