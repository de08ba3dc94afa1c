import { mulDiv } from "@bowline/kernel";
import { defineMetric } from "./metric.ts";

/** Mean net result of a round trip. */
export const expectancy = defineMetric({
  name: "expectancy",
  title: "Expectancy a trade",
  unit: "money",
  value: ({ trades }) =>
    trades.length === 0
      ? undefined
      : mulDiv(
          trades.reduce((sum, t) => sum + t.netPnl, 0),
          1,
          trades.length,
        ),
});
