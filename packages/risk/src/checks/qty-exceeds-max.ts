import { defineCheck, deny, pass } from "../define-check.ts";
import { sharesLimit, shown } from "../limit.ts";

/** Denies an order of too many shares. One that reduces is bounded by its position, and must stay possible. */
export const qtyExceedsMax = defineCheck({
  code: "QTY_EXCEEDS_MAX",
  doc: "The quantity of one order.",
  exemptsReducing: true,
  limits: { maxOrderQty: sharesLimit("The most of one order.", { careful: 20, normal: 100 }) },
  check: ({ order }, { maxOrderQty }) =>
    order.orderQty <= maxOrderQty ? pass : deny({ orderQty: shown(order.orderQty), maxOrderQty: shown(maxOrderQty) }),
});
