import { US_PER_MS } from "@bowline/kernel";
import { defineCheck, denyMissing } from "../define-check.ts";
import { atMost } from "../at-most.ts";
import { countLimit } from "../limits/limit.ts";

/** Denies when the clock stopped: whatever rests on time is in doubt. */
export const clockStale = defineCheck({
  code: "CLOCK_STALE",
  doc: "The clock lives.",
  remedy: "Look at market-data, which holds the clock: `./bowline status`.",
  exemptsReducing: false,
  limits: {
    maxClockAgeMs: countLimit("Milliseconds. The clock comes every second.", { careful: 3000, normal: 3000 }),
  },
  check: ({ clock, nowUs }, { maxClockAgeMs }) => {
    const value = clock === undefined ? undefined : (nowUs - clock.nowUs) / US_PER_MS;
    return clock === undefined
      ? denyMissing("clock")
      : atMost({ what: "ageMs", value, limit: maxClockAgeMs, named: "maxClockAgeMs", show: String });
  },
});
