import { countLimit, ratioLimit, WAIVED } from "../limits/limit.ts";
import { measure, worstReading } from "../breaking/measure.ts";
import { defineBreaker } from "../breaking/define-breaker.ts";

/** Takes a strategy to REDUCING while a model that it follows is wrong too often, or sure of what does not come. */
export const modelDriftBreaker = defineBreaker({
  code: "MODEL_DRIFT_BREAKER",
  doc: "The predictions that the strategy follows come true about as often as they claim.",
  remedy:
    "Have the model looked at: `./bowline models`. A new version of it begins a new record, and so does a resume.",
  watches: "STRATEGY",
  trips: "REDUCING",
  inSession: false,
  limits: {
    breakerModelJudged: countLimit(
      "Predictions of a model, of its last two hundred, that must have been judged; with fewer nothing is known, and nothing trips.",
      { careful: 50, normal: 100 },
    ),
    breakerModelBrier: ratioLimit(
      "Mean squared distance of a model's confidence from what came (1 or 0); always saying 0.5 gets 0.25.",
      { careful: "0.3", normal: "0.4" },
    ),
    breakerModelMisses: ratioLimit("Part of a model's predictions that did not come true.", {
      careful: "0.6",
      normal: "0.75",
    }),
  },
  look: ({ models }, { breakerModelJudged, breakerModelBrier, breakerModelMisses, breakerRecovery: recovery }) => {
    const least = breakerModelJudged === WAIVED ? 1 : breakerModelJudged;
    const known = models().filter(({ judged }) => judged >= least);
    return worstReading(
      known.flatMap(({ model, brier, missRate }) => [
        measure({
          what: `brier of ${model}`,
          value: brier,
          limit: breakerModelBrier,
          named: "breakerModelBrier",
          recovery,
        }),
        measure({
          what: `misses of ${model}`,
          value: missRate,
          limit: breakerModelMisses,
          named: "breakerModelMisses",
          recovery,
        }),
      ]),
    );
  },
});
