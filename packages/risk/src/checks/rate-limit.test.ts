import { holdsTo } from "../test-laws.ts";
import { rateLimit } from "./rate-limit.ts";

holdsTo(rateLimit, {
  limits: {
    maxOrdersPerSecond: 2,
    maxOrdersPerMinute: 4,
    maxSymbolOrdersPerMinute: 3,
    maxStrategyOrdersPerMinute: 3,
    maxOrdersPerDay: 10,
  },
  passes: {
    "all at their limit": { approvals: { lastSecond: 1, lastMinute: 3, ofSymbol: 2, ofStrategy: 2, ofSession: 9 } },
  },
  denies: {
    "one more of each": [
      { approvals: { lastSecond: 2, lastMinute: 4, ofSymbol: 3, ofStrategy: 3, ofSession: 10 } },
      {
        lastSecond: "3",
        maxOrdersPerSecond: "2",
        lastMinute: "5",
        maxOrdersPerMinute: "4",
        ofSymbol: "4",
        maxSymbolOrdersPerMinute: "3",
        ofStrategy: "4",
        maxStrategyOrdersPerMinute: "3",
        ofSession: "11",
        maxOrdersPerDay: "10",
      },
    ],
    "one more of the symbol alone": [
      { approvals: { lastSecond: 0, lastMinute: 3, ofSymbol: 3, ofStrategy: 2, ofSession: 5 } },
      { ofSymbol: "4", maxSymbolOrdersPerMinute: "3" },
    ],
  },
  exit: "is asked",
});
