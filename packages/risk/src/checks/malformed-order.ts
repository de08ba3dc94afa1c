import { orderFaults } from "@bowline/orders";
import { defineCheck, deny, pass } from "../define-check.ts";

/** Denies an order that is wrong by itself, whatever the market does, or that is meant for another account. */
export const malformedOrder = defineCheck({
  code: "MALFORMED_ORDER",
  doc: "Quantity, prices, order type, time in force and attributes fit together, prices stand on the instrument's steps, and the account is the guarded one.",
  exemptsReducing: false,
  limits: {},
  check: ({ order, accountId, minTick }) => {
    if (order.accountId !== accountId) return deny({ field: "account" });
    const faults = orderFaults(order, minTick);
    return faults.length === 0
      ? pass
      : deny({ field: faults[0]?.field ?? "", faults: faults.map(({ code, field }) => `${code}:${field}`).join(" ") });
  },
});
