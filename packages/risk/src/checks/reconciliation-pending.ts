import { defineCheck, deny, denyMissing, pass } from "../define-check.ts";

/** Denies in a symbol with an order in doubt, or whose position the broker reports differently. */
export const reconciliationPending = defineCheck({
  code: "RECONCILIATION_PENDING",
  doc: "The symbol's orders are known and its position is the broker's.",
  exemptsReducing: false,
  limits: {},
  check: ({ unknownOrders, brokerAgrees }) => {
    if (unknownOrders > 0) return deny({ unknownOrders: String(unknownOrders) });
    if (brokerAgrees === undefined) return denyMissing("account");
    return brokerAgrees ? pass : deny({ position: "differs" });
  },
});
