import { defineCheck } from "../define-check.ts";
import { atMost } from "../at-most.ts";
import { ratioLimit, partOf } from "../limits/limit.ts";

/** Denies an order that, with every open order of one direction filled, would take longs less shorts beyond a multiple of equity. */
export const netExposureLimit = defineCheck({
  code: "NET_EXPOSURE_LIMIT",
  doc: "Longs less shorts, all open orders of one direction filled.",
  remedy: "Balance the account: enter on the other side, or close something.",
  exemptsReducing: true,
  limits: {
    maxNetExposure: ratioLimit("Longs less shorts, without its sign, as a multiple of equity.", {
      careful: "1",
      normal: "2",
    }),
  },
  check: ({ worstNet, equity }, { maxNetExposure }) => {
    const limit = partOf(equity, maxNetExposure);
    return atMost({ what: "netExposure", value: worstNet, limit, named: "maxNetExposure" });
  },
});
