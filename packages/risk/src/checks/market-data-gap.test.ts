import { holdsTo } from "../test-laws.ts";
import { marketDataGap } from "./market-data-gap.ts";

holdsTo(marketDataGap, {
  limits: {},
  passes: { "a minute with trades": { barStatus: "TRADED" }, "a minute without one": { barStatus: "NO_TRADE" } },
  denies: { "a minute without data": [{ barStatus: "NO_DATA" }, { bar: "NO_DATA" }] },
  needs: { bar: { barStatus: undefined } },
  exit: "passes",
});
