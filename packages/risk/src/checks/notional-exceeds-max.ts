import { notional, px } from "@bowline/kernel";
import { defineCheck, deny, denyMissing, pass } from "../define-check.ts";
import { moneyLimit, shown } from "../limit.ts";

/**
 * Denies an order whose value, at the reference price or its own limit, whichever is higher, exceeds an amount. One that
 * reduces passes: a position that grew in value must stay possible to leave.
 */
export const notionalExceedsMax = defineCheck({
  code: "NOTIONAL_EXCEEDS_MAX",
  doc: "The value of one order.",
  exemptsReducing: true,
  limits: { maxOrderNotional: moneyLimit("The most that one order is worth.", { careful: 0.25, normal: 0.5 }) },
  check: ({ order, refPx }, { maxOrderNotional }) => {
    if (refPx === undefined) return denyMissing("refPx");
    const value = notional(order.orderQty, px(Math.max(refPx, order.lmtPx ?? refPx)));
    return value <= maxOrderNotional
      ? pass
      : deny({ notional: shown(value), maxOrderNotional: shown(maxOrderNotional) });
  },
});
