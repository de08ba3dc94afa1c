import { DATA_TYPES } from "@bowline/contracts";
import { aQuote } from "@bowline/testkit";
import { holdsTo } from "../test-laws.ts";
import { marketDataNotLive } from "./market-data-not-live.ts";

holdsTo(marketDataNotLive, {
  limits: {},
  passes: {
    "live data": { quote: aQuote({ dataType: "LIVE" }) },
    "what IB never told to be another": { quote: aQuote() },
  },
  denies: Object.fromEntries(
    DATA_TYPES.slice(1).map((dataType) => [`${dataType} data`, [{ quote: aQuote({ dataType }) }, { dataType }]]),
  ),
  needs: { quote: { quote: undefined } },
  exit: "is asked",
});
