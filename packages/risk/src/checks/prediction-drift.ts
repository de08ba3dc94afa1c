import { defineCheck, pass } from "../define-check.ts";
import { atMost } from "../at-most.ts";
import { ratioLimit, waived } from "../limits/limit.ts";

/** Denies entries on predictions while the model's hit rate is far from the confidence that it claims. */
export const predictionDrift = defineCheck({
  code: "PREDICTION_DRIFT",
  doc: "The model hits as often as it claims.",
  remedy: "Have the model looked at; it claims more than it holds.",
  exemptsReducing: true,
  limits: {
    maxPredictionDrift: {
      ...ratioLimit("Distance of the hit rate from the confidence.", { careful: "0.15", normal: "0.25" }),
      suggest: () => waived("a new model has too few judged predictions to trade; breakerModelBrier watches it"),
    },
  },
  check: ({ order, predictionDrift }, { maxPredictionDrift }) =>
    order.triggerKey.startsWith("prediction:")
      ? atMost({ what: "drift", value: predictionDrift, limit: maxPredictionDrift, named: "maxPredictionDrift" })
      : pass,
});
