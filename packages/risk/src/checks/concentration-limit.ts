import { defineCheck } from "../define-check.ts";
import { atMost } from "../at-most.ts";
import { ratioLimit, partOf } from "../limits/limit.ts";

/** Denies an order that would put too much of the account into a single name. */
export const concentrationLimit = defineCheck({
  code: "CONCENTRATION_LIMIT",
  doc: "The position in a symbol as a part of equity, all open orders filled.",
  remedy: "Order less of this symbol.",
  exemptsReducing: true,
  limits: {
    maxConcentration: ratioLimit("Position in one symbol as a multiple of equity.", { careful: "0.25", normal: "0.5" }),
  },
  check: ({ worstSymbol, equity }, { maxConcentration }) => {
    const limit = partOf(equity, maxConcentration);
    return atMost({ what: "concentration", value: worstSymbol, limit, named: "maxConcentration" });
  },
});
