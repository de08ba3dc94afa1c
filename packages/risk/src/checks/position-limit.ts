import { notional, absQty } from "@bowline/kernel";
import { defineCheck, deny, denyMissing, pass } from "../define-check.ts";
import { moneyLimit, sharesLimit, shown, isOver } from "../limits/limit.ts";

/** Denies an order that would make a position too large with every open order of either side filled, whichever is worse. */
export const positionLimit = defineCheck({
  code: "POSITION_LIMIT",
  doc: "The position in a symbol, all open orders filled.",
  remedy: "Wait until the position is smaller, or order less.",
  exemptsReducing: true,
  limits: {
    maxPositionQty: sharesLimit("The largest position in a symbol, long or short.", { careful: 20, normal: 100 }),
    maxPositionNotional: moneyLimit("The most that a position is worth, long or short.", {
      careful: 0.25,
      normal: 0.5,
    }),
  },
  check: ({ worstPosition, refPx }, { maxPositionQty, maxPositionNotional }) => {
    if (refPx === undefined) return denyMissing("refPx");
    const quantity = absQty(worstPosition);
    const value = notional(quantity, refPx);
    if (!isOver(quantity, maxPositionQty) && !isOver(value, maxPositionNotional)) return pass;
    return deny({
      position: shown(worstPosition),
      maxPositionQty: shown(maxPositionQty),
      notional: shown(value),
      maxPositionNotional: shown(maxPositionNotional),
    });
  },
});
