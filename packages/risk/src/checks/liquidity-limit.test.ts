import { shares } from "@bowline/kernel";
import { anOrder, aQuote } from "@bowline/testkit";
import { holdsTo } from "../test-laws.ts";
import { ratio } from "../test-view.ts";
import { liquidityLimit } from "./liquidity-limit.ts";

holdsTo(liquidityLimit, {
  limits: { maxAdvShare: ratio("0.01"), maxDisplayedMultiple: ratio("10") },
  passes: {
    "both at their limit": { averageDailyQty: shares(10_000), quote: aQuote({ askQty: shares(10) }) },
    "a sale by the size of the bid": {
      order: anOrder({ side: "SELL" }),
      quote: aQuote({ askQty: shares(1), bidQty: shares(10) }),
    },
  },
  denies: {
    "too much of a day": [{ averageDailyQty: shares(9_999) }, { advShare: "0.010001", maxAdvShare: "0.01" }],
    "too much of what is shown": [
      { quote: aQuote({ askQty: shares(9) }) },
      { displayedMultiple: "11.111111", maxDisplayedMultiple: "10" },
    ],
  },
  needs: {
    advShare: { averageDailyQty: undefined },
    displayedMultiple: { quote: aQuote({ askQty: undefined }) },
  },
  exit: "passes",
  waived: { maxAdvShare: "waived", maxDisplayedMultiple: "waived" },
});
