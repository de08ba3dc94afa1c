import { notional, px } from "@bowline/kernel";
import { defineCheck } from "../define-check.ts";
import { atMost } from "../at-most.ts";
import { moneyLimit } from "../limits/limit.ts";

/** Denies an order whose value, at the reference price or its own limit, whichever is higher, exceeds an amount, an exit too. */
export const notionalExceedsMax = defineCheck({
  code: "NOTIONAL_EXCEEDS_MAX",
  doc: "The value of one order.",
  remedy: "Order less at once, or raise the limit before the next session.",
  exemptsReducing: false,
  limits: {
    maxOrderNotional: moneyLimit(
      "The most that one order is worth, exits included: twice a position, so that one that grew can be left.",
      {
        careful: 0.5,
        normal: 1,
      },
    ),
  },
  check: ({ order, refPx }, { maxOrderNotional }) => {
    const value = refPx === undefined ? undefined : notional(order.orderQty, px(Math.max(refPx, order.lmtPx ?? refPx)));
    return atMost({ what: "notional", value, limit: maxOrderNotional, named: "maxOrderNotional" });
  },
});
