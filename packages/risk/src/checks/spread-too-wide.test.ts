import { aQuote } from "@bowline/testkit";
import { holdsTo } from "../test-laws.ts";
import { dollarsPx, ratio } from "../test-view.ts";
import { spreadTooWide } from "./spread-too-wide.ts";

holdsTo(spreadTooWide, {
  limits: { maxSpread: ratio("0.005") },
  passes: { "a spread at the limit": { quote: aQuote({ bidPx: dollarsPx("99.75"), askPx: dollarsPx("100.25") }) } },
  denies: {
    "a wider one": [
      { quote: aQuote({ bidPx: dollarsPx("99.75"), askPx: dollarsPx("100.2501") }) },
      { spread: "0.005001", maxSpread: "0.005" },
    ],
  },
  needs: { spread: { refPx: undefined } },
  exit: "passes",
  waived: { maxSpread: "waived" },
});
