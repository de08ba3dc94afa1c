import { countLimit } from "../limits/limit.ts";
import { measure } from "../breaking/measure.ts";
import { defineBreaker } from "../breaking/define-breaker.ts";

/** Halts a strategy of which very many orders are refused within a minute. */
export const rejectStormBreaker = defineBreaker({
  code: "REJECT_STORM_BREAKER",
  doc: "The strategy does not want what it is refused, over and over.",
  remedy: "Look at why they were refused: `./bowline risk` shows the last denials.",
  watches: "STRATEGY",
  trips: "HALTED",
  inSession: false,
  limits: {
    breakerRefusalsPerMinute: countLimit("Denials and rejects of one strategy within a minute.", {
      careful: 60,
      normal: 120,
    }),
  },
  look: ({ refusals: value }, { breakerRefusalsPerMinute: limit, breakerRecovery: recovery }) =>
    measure({ what: "refusals", value, limit, named: "breakerRefusalsPerMinute", recovery, show: String }),
});
