import { holdsTo } from "../test-laws.ts";
import { cash } from "../test-view.ts";
import { periodLossLimit } from "./period-loss-limit.ts";

holdsTo(periodLossLimit, {
  limits: { maxWeeklyLoss: cash("750"), maxMonthlyLoss: cash("1500") },
  passes: { "both at their limit": { weekStartEquity: cash("25750"), monthStartEquity: cash("26500") } },
  denies: {
    "a week's loss of a cent more": [
      { weekStartEquity: cash("25750.01") },
      { weeklyLoss: "750.01", maxWeeklyLoss: "750" },
    ],
    "a month's loss of a cent more": [
      { monthStartEquity: cash("26500.01") },
      { monthlyLoss: "1500.01", maxMonthlyLoss: "1500" },
    ],
  },
  needs: { weeklyLoss: { weekStartEquity: undefined }, "weeklyLoss monthlyLoss": { equity: undefined } },
  exit: "passes",
  waived: { maxWeeklyLoss: "waived", maxMonthlyLoss: "waived" },
});
