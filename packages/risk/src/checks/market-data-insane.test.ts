import { aQuote } from "@bowline/testkit";
import { holdsTo } from "../test-laws.ts";
import { dollarsPx, ratio } from "../test-view.ts";
import { marketDataInsane } from "./market-data-insane.ts";

holdsTo(marketDataInsane, {
  limits: { maxQuoteJump: ratio("0.1") },
  passes: {
    "a bid below the ask": {},
    "a jump at the limit": { priorPx: dollarsPx("80"), refPx: dollarsPx("88") },
    "the first quote": { priorPx: undefined },
  },
  denies: {
    "a locked quote": [
      { quote: aQuote({ bidPx: dollarsPx("100"), askPx: dollarsPx("100") }), refPx: undefined },
      { bidPx: "100", askPx: "100" },
    ],
    "a larger jump": [
      { priorPx: dollarsPx("80"), refPx: dollarsPx("88.0001") },
      { jump: "0.100001", maxQuoteJump: "0.1" },
    ],
  },
  needs: { bidPx: { quote: undefined }, askPx: { quote: aQuote({ askPx: undefined }) } },
  exit: "is asked",
});
