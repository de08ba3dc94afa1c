import { US_PER_MS } from "@bowline/kernel";
import { defineCheck, denyMissing, pass } from "../define-check.ts";
import { atMost, atLeast, together } from "../at-most.ts";
import { countLimit, ratioLimit } from "../limits/limit.ts";

/** Denies an entry on a prediction that is old, not confident, or not there. */
export const predictionStale = defineCheck({
  code: "PREDICTION_STALE",
  doc: "An entry on a prediction has a fresh and confident one.",
  remedy: "Look at the model: `./bowline explain` shows the prediction.",
  exemptsReducing: true,
  limits: {
    minConfidence: ratioLimit("Least confidence of the prediction.", { careful: "0.6", normal: "0.5" }, "least"),
    maxPredictionAgeMs: countLimit("Milliseconds since the model made it.", { careful: 3_600_000, normal: 86_400_000 }),
  },
  check: ({ order, prediction, nowUs }, { minConfidence, maxPredictionAgeMs }) => {
    if (!order.triggerKey.startsWith("prediction:")) return pass;
    if (prediction === undefined) return denyMissing("prediction");
    const age = (nowUs - prediction.producedUs) / US_PER_MS;
    return together(
      atLeast({ what: "confidence", value: prediction.confidence, limit: minConfidence, named: "minConfidence" }),
      atMost({ what: "ageMs", value: age, limit: maxPredictionAgeMs, named: "maxPredictionAgeMs", show: String }),
    );
  },
});
