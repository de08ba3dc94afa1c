import { defineMetric } from "./metric.ts";

/** Greatest fall of equity from a peak, as a share of that peak. */
export const maxDrawdown = defineMetric({
  name: "maxDrawdown",
  title: "Max drawdown",
  unit: "ratio",
  value: ({ equity }) => {
    let peak = -Infinity;
    let worst: number | undefined;
    for (const point of equity) {
      const value = Number(point.equity);
      peak = Math.max(peak, value);
      if (peak > 0) worst = Math.max(worst ?? 0, (peak - value) / peak);
    }
    return worst;
  },
});
