import { mulDiv } from "@bowline/kernel";
import { defineMetric } from "./metric.ts";

/** Mean net result of the round trips that lost money: negative. */
export const averageLoss = defineMetric({
  name: "averageLoss",
  title: "Average loss",
  unit: "money",
  value: ({ trades }) => {
    const losses = trades.filter((t) => t.netPnl < 0);
    return losses.length === 0
      ? undefined
      : mulDiv(
          losses.reduce((sum, t) => sum + t.netPnl, 0),
          1,
          losses.length,
        );
  },
});
