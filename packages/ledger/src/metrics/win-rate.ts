import { defineMetric } from "./metric.ts";

/** Share of round trips that made money after commissions. */
export const winRate = defineMetric({
  name: "winRate",
  title: "Win rate",
  unit: "ratio",
  value: ({ trades }) => (trades.length === 0 ? undefined : trades.filter((t) => t.netPnl > 0).length / trades.length),
});
