import { defineCheck, deny, pass } from "../define-check.ts";
import { countLimit } from "../limit.ts";

/** Denies when too many orders were approved a moment ago: a runaway rule stops here. */
export const rateLimit = defineCheck({
  code: "RATE_LIMIT",
  doc: "How fast orders are approved. Cancels do not count.",
  exemptsReducing: false,
  limits: {
    maxOrdersPerSecond: countLimit("Approvals within a second, this one included.", { careful: 10, normal: 20 }),
    maxOrdersPerMinute: countLimit("Approvals within a minute, this one included.", { careful: 60, normal: 120 }),
  },
  check: ({ approvals: { lastSecond, lastMinute } }, { maxOrdersPerSecond, maxOrdersPerMinute }) => {
    if (lastSecond < maxOrdersPerSecond && lastMinute < maxOrdersPerMinute) return pass;
    return deny({ lastSecond: String(lastSecond), lastMinute: String(lastMinute) });
  },
});
