import { anOrder, at } from "@bowline/testkit";
import { holdsTo } from "../test-laws.ts";
import { later } from "../test-view.ts";
import { intentExpired } from "./intent-expired.ts";

holdsTo(intentExpired, {
  limits: { maxIntentAgeMs: 2000 },
  passes: {
    "the exact age": { nowUs: later(2_000_000) },
    "the exact expiry": { order: anOrder({ expiresUs: at(600) }) },
  },
  denies: {
    "a microsecond more": [{ nowUs: later(2_000_001) }, { ageMs: "2000.001", maxIntentAgeMs: "2000" }],
    "a microsecond after it expired": [
      { nowUs: later(1), order: anOrder({ expiresUs: at(600) }) },
      { lateMs: "0.001" },
    ],
  },
  exit: "is asked",
});
