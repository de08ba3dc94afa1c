import { mulDiv } from "@bowline/kernel";
import { defineMetric } from "./metric.ts";

/** Mean net result of the round trips that made money. */
export const averageWin = defineMetric({
  name: "averageWin",
  title: "Average win",
  unit: "money",
  value: ({ trades }) => {
    const wins = trades.filter((t) => t.netPnl > 0);
    return wins.length === 0
      ? undefined
      : mulDiv(
          wins.reduce((sum, t) => sum + t.netPnl, 0),
          1,
          wins.length,
        );
  },
});
