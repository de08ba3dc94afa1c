import type { Order } from "@bowline/contracts";
import { defineCheck, deny, pass } from "../define-check.ts";

/** Denies an order whose fields contradict each other, or that is meant for another account. */
export const malformedOrder = defineCheck({
  code: "MALFORMED_ORDER",
  doc: "Quantity, prices and order type fit together, and the account is the guarded one.",
  exemptsReducing: false,
  limits: {},
  check: ({ order, accountId }) => {
    const fault = order.accountId === accountId ? faultOf(order) : "account";
    return fault === undefined ? pass : deny({ field: fault });
  },
});

function faultOf({ orderQty, ordType, lmtPx, stopPx, bracket, side }: Order): string | undefined {
  if (orderQty <= 0) return "orderQty";
  if ((lmtPx !== undefined) !== (ordType === "LMT")) return "lmtPx";
  if ((stopPx !== undefined) !== (ordType === "STP")) return "stopPx";
  if (bracket === undefined) return undefined;
  return (side === "BUY") === bracket.stopPx < bracket.targetLmtPx ? undefined : "bracket";
}
