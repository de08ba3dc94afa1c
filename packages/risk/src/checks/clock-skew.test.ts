import { aClock, aQuote } from "@bowline/testkit";
import { holdsTo } from "../test-laws.ts";
import { later } from "../test-view.ts";
import { clockSkew } from "./clock-skew.ts";
import { clockStale } from "./clock-stale.ts";
import { marketDataStale } from "./market-data-stale.ts";

holdsTo(clockSkew, {
  limits: { maxClockSkewMs: 500 },
  passes: {
    "half a second ahead": { intentUs: later(500_000), quote: aQuote({ quoteUs: later(500_000) }) },
    "clocks that are half a second apart": { clocksApartUs: 500_000 },
    "what is behind": { intentUs: later(-1) },
  },
  denies: {
    "an intent from the future": [{ intentUs: later(500_001) }, { aheadMs: "500.001", maxClockSkewMs: "500" }],
    "a quote from the future": [
      { quote: aQuote({ quoteUs: later(501_000) }) },
      { aheadMs: "501", maxClockSkewMs: "500" },
    ],
    "clocks that are apart": [{ clocksApartUs: 500_001 }, { aheadMs: "500.001", maxClockSkewMs: "500" }],
    "a clock from the future": [
      { clock: aClock({ nowUs: later(501_000) }) },
      { aheadMs: "501", maxClockSkewMs: "500" },
    ],
  },
  elsewhere: { clock: clockStale, quote: marketDataStale },
  exit: "is asked",
  waived: { maxClockSkewMs: "waived" },
});
