import { US_PER_MS } from "@bowline/kernel";
import { defineCheck } from "../define-check.ts";
import { atMost } from "../at-most.ts";
import { countLimit } from "../limits/limit.ts";

/** Denies where somebody is ahead of our time, or the clocks of two processes are apart: no age can be told then. */
export const clockSkew = defineCheck({
  code: "CLOCK_SKEW",
  doc: "The clocks of all processes agree, and nothing is from the future.",
  remedy: "Set the clocks of the machines by NTP; `./bowline doctor` compares them.",
  exemptsReducing: false,
  limits: {
    maxClockSkewMs: countLimit(
      "Milliseconds by which anything may be ahead of the journal, and one process's clock of another's.",
      {
        careful: 500,
        normal: 500,
      },
    ),
  },
  check: ({ nowUs, intentUs, clock, quote, clocksApartUs }, { maxClockSkewMs }) => {
    const latest = Math.max(intentUs, clock?.nowUs ?? 0, quote?.quoteUs ?? 0);
    const value = Math.max(0, latest - nowUs, clocksApartUs) / US_PER_MS;
    return atMost({ what: "aheadMs", value, limit: maxClockSkewMs, named: "maxClockSkewMs", show: String });
  },
});
