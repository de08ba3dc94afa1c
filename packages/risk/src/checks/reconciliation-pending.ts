import { US_PER_MS } from "@bowline/kernel";
import { defineCheck, deny, denyMissing, pass } from "../define-check.ts";
import { atMost, together } from "../at-most.ts";
import { countLimit } from "../limits/limit.ts";

/** Denies in a symbol with an order in doubt, whose position the broker reports differently, or after the broker has long told nothing. */
export const reconciliationPending = defineCheck({
  code: "RECONCILIATION_PENDING",
  doc: "The symbol's orders are known, its position is the broker's, and the broker told of the account lately.",
  remedy: "Wait for the reconciliation; `./bowline orders` and `./bowline positions` show what differs.",
  exemptsReducing: false,
  limits: {
    maxReconciliationAgeMs: countLimit(
      "Milliseconds since the broker last told of the account. TWS does so every three minutes.",
      {
        careful: 300_000,
        normal: 300_000,
      },
    ),
  },
  check: ({ unknownOrders, brokerAgrees, accountUs, nowUs }, { maxReconciliationAgeMs }) => {
    if (brokerAgrees === undefined || accountUs === undefined) return denyMissing("account");
    return together(
      unknownOrders > 0 ? deny({ unknownOrders: String(unknownOrders) }) : pass,
      brokerAgrees ? pass : deny({ position: "differs" }),
      atMost({
        what: "ageMs",
        value: (nowUs - accountUs) / US_PER_MS,
        limit: maxReconciliationAgeMs,
        named: "maxReconciliationAgeMs",
        show: String,
      }),
    );
  },
});
