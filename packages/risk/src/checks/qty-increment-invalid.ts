import { MICROS } from "@bowline/kernel";
import { defineCheck, deny, pass } from "../define-check.ts";
import { countLimit, shown, WAIVED } from "../limits/limit.ts";

/** Denies a quantity that is no multiple of the lot. */
export const qtyIncrementInvalid = defineCheck({
  code: "QTY_INCREMENT_INVALID",
  doc: "The quantity is a multiple of the lot.",
  remedy: "Round the quantity.",
  exemptsReducing: false,
  limits: {
    lotSize: {
      ...countLimit("Shares of a lot; 1 takes every whole share.", { careful: 1, normal: 1 }),
      stricter: leastCommonMultiple,
    },
  },
  check: ({ order }, { lotSize }) =>
    lotSize === WAIVED || lotSize === 0 || order.orderQty % (lotSize * MICROS) === 0
      ? pass
      : deny({ orderQty: shown(order.orderQty), lotSize: String(lotSize) }),
});

/** What is a multiple of both is one of either; 0 asks for nothing. */
function leastCommonMultiple(a: number, b: number): number {
  if (a === 0 || b === 0) return Math.max(a, b);
  let [larger, smaller] = [a, b];
  while (smaller !== 0) [larger, smaller] = [smaller, larger % smaller];
  return (a / larger) * b;
}
