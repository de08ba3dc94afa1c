import { holdsTo } from "../test-laws.ts";
import { later } from "../test-view.ts";
import { reconciliationPending } from "./reconciliation-pending.ts";

holdsTo(reconciliationPending, {
  limits: { maxReconciliationAgeMs: 60_000 },
  passes: { "what the broker told a minute ago": { accountUs: later(-60_000_000) } },
  denies: {
    "an order in doubt": [{ unknownOrders: 1 }, { unknownOrders: "1" }],
    "another position at the broker": [{ brokerAgrees: false }, { position: "differs" }],
    "what the broker told longer ago": [
      { accountUs: later(-60_001_000) },
      { ageMs: "60001", maxReconciliationAgeMs: "60000" },
    ],
    "all of it at once": [
      { unknownOrders: 2, brokerAgrees: false },
      { unknownOrders: "2", position: "differs" },
    ],
  },
  needs: { account: [{ brokerAgrees: undefined }, { accountUs: undefined }] },
  exit: "is asked",
});
