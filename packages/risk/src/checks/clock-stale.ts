import { US_PER_MS } from "@bowline/kernel";
import { defineCheck, deny, denyMissing, pass } from "../define-check.ts";
import { countLimit } from "../limit.ts";

/** Denies when the clock stopped: whatever rests on time is in doubt. */
export const clockStale = defineCheck({
  code: "CLOCK_STALE",
  doc: "The clock lives.",
  exemptsReducing: false,
  limits: { maxClockAgeMs: countLimit("Milliseconds. The clock comes every second.", { careful: 3000, normal: 3000 }) },
  check: ({ clock, nowUs }, { maxClockAgeMs }) => {
    if (clock === undefined) return denyMissing("clock");
    const ageUs = nowUs - clock.nowUs;
    return ageUs <= maxClockAgeMs * US_PER_MS
      ? pass
      : deny({ ageMs: String(ageUs / US_PER_MS), maxClockAgeMs: String(maxClockAgeMs) });
  },
});
