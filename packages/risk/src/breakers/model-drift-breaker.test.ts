import { modelDriftBreaker } from "./model-drift-breaker.ts";
import { breaksBy, ratio } from "../breaking/test-laws.ts";

const score = (judged: number, brier: string, missRate: string) => ({
  models: () => [{ model: "m", judged, brier: ratio(brier), missRate: ratio(missRate), drift: 0 }],
});

breaksBy(modelDriftBreaker, {
  limits: { breakerModelJudged: 50, breakerModelBrier: ratio("0.3"), breakerModelMisses: ratio("0.6") },
  over: {
    "the Brier score": [score(50, "0.3", "0"), { "brier of m": "0.3", breakerModelBrier: "0.3" }],
    "the share of misses": [score(50, "0", "0.6"), { "misses of m": "0.6", breakerModelMisses: "0.6" }],
  },
  near: { "just under the score": score(50, "0.299999", "0"), "just under the share": score(50, "0", "0.599999") },
  calm: { "too few to tell": score(49, "1", "1"), "a fifth below both": score(50, "0.24", "0.48") },
});
