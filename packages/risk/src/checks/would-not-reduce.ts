import { defineCheck, deny, pass } from "../define-check.ts";
import { shown } from "../limits/limit.ts";
import { isReduceOnly } from "@bowline/orders";

/** Denies an exit that could open or turn a position. The broker has no flag for that in stocks: it is ours to see to. */
export const wouldNotReduce = defineCheck({
  code: "WOULD_NOT_REDUCE",
  doc: "An exit, or an order that says it only reduces, stays within the position even if every other exit fills first, a canceling one too, and one by hand.",
  remedy: "Wait for the outcome of the other exits, or make the order smaller.",
  exemptsReducing: false,
  limits: {},
  check: ({ order, cannotFlip, externalQty }) =>
    !isReduceOnly(order) || cannotFlip
      ? pass
      : deny({
          purpose: order.purpose,
          side: order.side,
          ...(externalQty === 0 ? {} : { external: shown(externalQty) }),
        }),
});
