import { defineMetric } from "./metric.ts";

/** Greatest fall of equity from a peak, in money. */
export const maxDrawdownMoney = defineMetric({
  name: "maxDrawdownMoney",
  title: "Max drawdown, money",
  unit: "money",
  value: ({ equity }) => {
    let peak = -Infinity;
    let worst: number | undefined;
    for (const point of equity) {
      peak = Math.max(peak, point.equity);
      worst = Math.max(worst ?? 0, peak - point.equity);
    }
    return worst;
  },
});
