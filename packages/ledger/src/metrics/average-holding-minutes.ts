import { US_PER_MINUTE } from "@bowline/kernel";
import { defineMetric } from "./metric.ts";

/** Mean time from entry to exit, in minutes. */
export const averageHoldingMinutes = defineMetric({
  name: "averageHoldingMinutes",
  title: "Average holding time, minutes",
  unit: "factor",
  value: ({ trades }) =>
    trades.length === 0
      ? undefined
      : trades.reduce((sum, t) => sum + (t.exitUs - t.entryUs), 0) / trades.length / US_PER_MINUTE,
});
