import { countLimit } from "../limits/limit.ts";
import { measure } from "../breaking/measure.ts";
import { defineBreaker } from "../breaking/define-breaker.ts";

/** Halts everything when the strategies together want far too many orders. */
export const orderRunawayBreaker = defineBreaker({
  code: "ORDER_RUNAWAY_BREAKER",
  doc: "The strategies together want few orders a minute.",
  remedy: "Look which strategy wants them, and why: `./bowline risk`.",
  watches: "SYSTEM",
  trips: "HALTED",
  inSession: false,
  limits: {
    breakerDecisionsPerMinute: countLimit("Approvals, denials and rejects within a minute, of all strategies.", {
      careful: 120,
      normal: 300,
    }),
  },
  look: ({ decisions: value }, { breakerDecisionsPerMinute: limit, breakerRecovery: recovery }) =>
    measure({ what: "decisions", value, limit, named: "breakerDecisionsPerMinute", recovery, show: String }),
});
