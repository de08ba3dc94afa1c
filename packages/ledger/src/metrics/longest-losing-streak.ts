import { defineMetric } from "./metric.ts";

/** The most round trips in a row that lost money. */
export const longestLosingStreak = defineMetric({
  name: "longestLosingStreak",
  title: "Longest losing streak",
  unit: "count",
  value: ({ trades }) => {
    let longest = 0;
    let current = 0;
    for (const { netPnl } of trades) {
      current = netPnl < 0 ? current + 1 : 0;
      longest = Math.max(longest, current);
    }
    return longest;
  },
});
