import { defineCheck } from "../define-check.ts";
import { atMost, together } from "../at-most.ts";
import { countLimit } from "../limits/limit.ts";

/** Denies when too many orders were approved a moment ago: a runaway rule stops here. */
export const rateLimit = defineCheck({
  code: "RATE_LIMIT",
  doc: "How fast orders are approved. Cancels do not count.",
  remedy: "Look for a rule that fires again and again: give it a cooldown.",
  exemptsReducing: false,
  limits: {
    maxOrdersPerSecond: countLimit("Approvals within a second, this one included.", { careful: 10, normal: 20 }),
    maxOrdersPerMinute: countLimit("Approvals within a minute, this one included.", { careful: 60, normal: 120 }),
    maxSymbolOrdersPerMinute: countLimit("Approvals of one symbol within a minute, this one included.", {
      careful: 10,
      normal: 60,
    }),
    maxStrategyOrdersPerMinute: countLimit("Approvals of one strategy within a minute, this one included.", {
      careful: 60,
      normal: 120,
    }),
    maxOrdersPerDay: countLimit("Approvals of a session, this one included.", { careful: 1000, normal: 10_000 }),
  },
  check: ({ approvals }, limits) =>
    together(
      ...(
        [
          ["lastSecond", "maxOrdersPerSecond"],
          ["lastMinute", "maxOrdersPerMinute"],
          ["ofSymbol", "maxSymbolOrdersPerMinute"],
          ["ofStrategy", "maxStrategyOrdersPerMinute"],
          ["ofSession", "maxOrdersPerDay"],
        ] as const
      ).map(([what, named]) => atMost({ what, value: approvals[what] + 1, limit: limits[named], named, show: String })),
    ),
});
