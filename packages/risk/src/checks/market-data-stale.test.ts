import { holdsTo } from "../test-laws.ts";
import { later } from "../test-view.ts";
import { marketDataStale } from "./market-data-stale.ts";

holdsTo(marketDataStale, {
  limits: { maxQuoteAgeMs: 6000 },
  passes: { "the exact age": { nowUs: later(6_000_000) } },
  denies: {
    "a microsecond later": [{ nowUs: later(6_000_001) }, { ageMs: "6000.001", maxQuoteAgeMs: "6000" }],
  },
  needs: { quote: { quote: undefined } },
  exit: "is asked",
});
