import { defineMetric } from "./metric.ts";

/** How many round trips were finished. */
export const tradeCount = defineMetric({
  name: "tradeCount",
  title: "Round trips",
  unit: "count",
  value: ({ trades }) => trades.length,
});
