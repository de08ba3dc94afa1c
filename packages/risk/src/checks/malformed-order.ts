import { defineCheck, deny, pass } from "../define-check.ts";
import { orderFaults } from "@bowline/orders";

/** Denies an order that is wrong by itself, whatever the market does, or that is meant for another account. */
export const malformedOrder = defineCheck({
  code: "MALFORMED_ORDER",
  doc: "Quantity, prices, order type, time in force and attributes fit together, the order has a sane size, and the account is the guarded one.",
  remedy: "The detail names the fields: correct the rule or the request.",
  exemptsReducing: false,
  limits: {},
  check: ({ order, accountId }) => {
    if (order.accountId !== accountId) return deny({ field: "account" });
    const bytes = JSON.stringify(order).length;
    if (bytes > MOST_BYTES) return deny({ field: "order", bytes: String(bytes), mostBytes: String(MOST_BYTES) });
    const faults = orderFaults(order);
    return faults.length === 0
      ? pass
      : deny({ field: faults[0]?.field ?? "", faults: faults.map(({ code, field }) => `${code}:${field}`).join(" ") });
  },
});

/** A thousand times what an order needs. */
const MOST_BYTES = 8192;
