import { holdsTo } from "../test-laws.ts";
import { later } from "../test-view.ts";
import { clockStale } from "./clock-stale.ts";

holdsTo(clockStale, {
  limits: { maxClockAgeMs: 3000 },
  passes: { "the exact age": { nowUs: later(3_000_000) } },
  denies: {
    "a microsecond later": [{ nowUs: later(3_000_001) }, { ageMs: "3000.001", maxClockAgeMs: "3000" }],
  },
  needs: { clock: { clock: undefined } },
  exit: "is asked",
});
