import { anOrder, aSignal } from "@bowline/testkit";
import { holdsTo } from "../test-laws.ts";
import { later, ratio } from "../test-view.ts";
import { predictionStale } from "./prediction-stale.ts";

holdsTo(predictionStale, {
  limits: { minConfidence: ratio("0.6"), maxPredictionAgeMs: 60_000 },
  passes: {
    "both at their limit": { prediction: aSignal({ confidence: ratio("0.6"), producedUs: later(-60_000_000) }) },
    "what no prediction triggered": { prediction: undefined, order: anOrder({ triggerKey: "clock:1" }) },
  },
  denies: {
    "less confidence": [
      { prediction: aSignal({ confidence: ratio("0.599999"), producedUs: later(0) }) },
      { confidence: "0.599999", minConfidence: "0.6" },
    ],
    "an older one": [
      { prediction: aSignal({ producedUs: later(-60_001_000) }) },
      { ageMs: "60001", maxPredictionAgeMs: "60000" },
    ],
  },
  needs: { prediction: { prediction: undefined } },
  exit: "passes",
});
