import type { EventByKind } from "@bowline/contracts";
import { at } from "@bowline/testkit";
import { holdsTo } from "../test-laws.ts";
import { dollarsPx, ratio } from "../test-view.ts";
import { marketDataDivergent } from "./market-data-divergent.ts";

const divergence = (state: EventByKind<"md.divergence">["state"]): EventByKind<"md.divergence"> => ({
  kind: "md.divergence",
  group: "tech",
  symbol: "AAPL",
  state,
  source: "other",
  firstPx: dollarsPx("100"),
  secondPx: dollarsPx("102"),
  deviation: ratio("0.02"),
  bound: ratio("0.01"),
  sinceUs: at(60),
});

holdsTo(marketDataDivergent, {
  limits: {},
  passes: {
    "where there is no second source": { divergence: undefined },
    "where it agrees": { divergence: divergence("AGREES") },
    "where it was not compared": { divergence: divergence("NOT_COMPARED") },
  },
  denies: {
    "sources that differ": [
      { divergence: divergence("DIVERGENT") },
      { source: "other", firstPx: "100", secondPx: "102", deviation: "0.02", bound: "0.01" },
    ],
  },
  exit: "passes",
});
