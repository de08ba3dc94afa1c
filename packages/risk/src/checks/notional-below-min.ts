import { notional, px } from "@bowline/kernel";
import { defineCheck } from "../define-check.ts";
import { atLeast } from "../at-most.ts";
import { moneyLimit } from "../limits/limit.ts";

/** Denies an entry that is not worth its commission. What is left of a position may always be left. */
export const notionalBelowMin = defineCheck({
  code: "NOTIONAL_BELOW_MIN",
  doc: "An entry is worth its commission.",
  remedy: "Order more, or lower the limit.",
  exemptsReducing: true,
  limits: {
    minOrderNotional: {
      ...moneyLimit("The least that an entry is worth.", { careful: 0, normal: 0 }, "least"),
      suggest: ({ profile }) => ({ careful: "100", normal: "1" })[profile],
    },
  },
  check: ({ order, refPx }, { minOrderNotional }) => {
    const value = refPx === undefined ? undefined : notional(order.orderQty, px(Math.min(refPx, order.lmtPx ?? refPx)));
    return atLeast({ what: "notional", value, limit: minOrderNotional, named: "minOrderNotional" });
  },
});
