import { defineCheck } from "../define-check.ts";
import { atMost } from "../at-most.ts";
import { sharesLimit } from "../limits/limit.ts";

/** Denies an order of too many shares, an exit too: a larger position is left in parts. */
export const qtyExceedsMax = defineCheck({
  code: "QTY_EXCEEDS_MAX",
  doc: "The quantity of one order.",
  remedy: "Order less at once, or raise the limit before the next session.",
  exemptsReducing: false,
  limits: {
    maxOrderQty: sharesLimit("The most of one order, exits included.", { careful: 40, normal: 200 }),
  },
  check: ({ order }, { maxOrderQty }) =>
    atMost({ what: "orderQty", value: order.orderQty, limit: maxOrderQty, named: "maxOrderQty" }),
});
