import { at } from "@bowline/testkit";
import { holdsTo } from "../test-laws.ts";
import { dollarsPx, ratio } from "../test-view.ts";
import { marketDataDivergent } from "./market-data-divergent.ts";

const told = {
  kind: "md.divergence",
  group: "tech",
  symbol: "AAPL",
  state: "DIVERGENT",
  source: "other",
  firstPx: dollarsPx("100"),
  secondPx: dollarsPx("103"),
  deviation: ratio("0.03"),
  bound: ratio("0.01"),
  sinceUs: at(590),
} as const;
holdsTo(marketDataDivergent, {
  limits: { maxSourceDivergence: ratio("0.01") },
  passes: {
    "what agrees within the limit": { secondPx: dollarsPx("80"), refPx: dollarsPx("80.8") },
    "a second source that agrees again": { divergence: { ...told, state: "AGREES" } },
  },
  denies: {
    "what is farther apart": [
      { secondPx: dollarsPx("80"), refPx: dollarsPx("80.80008") },
      { divergence: "0.010001", maxSourceDivergence: "0.01" },
    ],
    "a second source that differs": [
      { divergence: told },
      { source: "other", firstPx: "100", secondPx: "103", divergence: "0.03", bound: "0.01" },
    ],
  },
  needs: { divergence: { secondPx: undefined } },
  exit: "passes",
});
