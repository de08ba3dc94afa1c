import { defineCheck, deny, denyMissing, pass } from "../define-check.ts";
import { shown } from "../limits/limit.ts";

/** Denies a part of an intent that, with the parts before it, is more than the whole. */
export const parentQtyExceeded = defineCheck({
  code: "PARENT_QTY_EXCEEDED",
  doc: "The parts of an intent are not more than the intent.",
  remedy: "Nothing to do by hand: the desk is at fault. Halt it and look at `./bowline explain`.",
  exemptsReducing: false,
  limits: {},
  check: ({ order, parent }) => {
    if (order.parentIntentId === undefined) return pass;
    if (parent === undefined) return denyMissing("parent");
    return parent.partsQty <= parent.orderQty
      ? pass
      : deny({ parts: shown(parent.partsQty), parentQty: shown(parent.orderQty) });
  },
});
