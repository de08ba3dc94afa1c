import { anOrder } from "@bowline/testkit";
import { holdsTo } from "../test-laws.ts";
import { ratio } from "../test-view.ts";
import { predictionDrift } from "./prediction-drift.ts";

holdsTo(predictionDrift, {
  limits: { maxPredictionDrift: ratio("0.15") },
  passes: {
    "the limit itself": { predictionDrift: ratio("0.15") },
    "what no prediction triggered": { predictionDrift: undefined, order: anOrder({ triggerKey: "clock:1" }) },
  },
  denies: { more: [{ predictionDrift: ratio("0.150001") }, { drift: "0.150001", maxPredictionDrift: "0.15" }] },
  needs: { drift: { predictionDrift: undefined } },
  exit: "passes",
  waived: { maxPredictionDrift: "waived" },
});
