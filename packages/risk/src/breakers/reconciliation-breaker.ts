import { countLimit } from "../limits/limit.ts";
import { measure } from "../breaking/measure.ts";
import { defineBreaker } from "../breaking/define-breaker.ts";

/** Halts everything when our positions have differed from the broker for long. */
export const reconciliationBreaker = defineBreaker({
  code: "RECONCILIATION_BREAKER",
  doc: "Our positions are the broker's, in the books of the gate and of portfolio.",
  remedy: "Find the order or transfer behind it: `./bowline positions`, and the trade log of TWS.",
  watches: "SYSTEM",
  trips: "HALTED",
  inSession: false,
  limits: {
    breakerDiffersMs: countLimit(
      "Milliseconds for which a position differs from what the broker holds. TWS tells of the account every three minutes.",
      { careful: 400_000, normal: 600_000 },
    ),
  },
  look: ({ differsMs: value }, { breakerDiffersMs: limit, breakerRecovery: recovery }) =>
    measure({ what: "differsMs", value, limit, named: "breakerDiffersMs", recovery, show: String }),
});
