import { ruleLimit } from "../limits/list-limits.ts";
import { shown, WAIVED } from "../limits/limit.ts";
import { calm, over } from "../breaking/measure.ts";
import { defineBreaker } from "../breaking/define-breaker.ts";

/** Takes a symbol to REDUCING while a position that was to have a stop has none that works. */
export const nakedPositionBreaker = defineBreaker({
  code: "NAKED_POSITION_BREAKER",
  doc: "What was bought with a stop has a stop that works.",
  remedy: "The strategy closes the position. Where it does not, close it, or place a stop in TWS.",
  watches: "SYMBOL",
  trips: "REDUCING",
  inSession: false,
  limits: {
    breakerNakedPosition: ruleLimit(
      "A symbol whose position lost its stop, and no exit follows, is REDUCING until it is protected or closed.",
      { careful: "enforced", normal: "enforced" },
    ),
  },
  look: ({ nakedQty }, { breakerNakedPosition }) =>
    breakerNakedPosition === WAIVED || nakedQty === 0 ? calm : over({ nakedQty: shown(nakedQty) }),
});
