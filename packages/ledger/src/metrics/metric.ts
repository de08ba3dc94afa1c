import type { Money, Us } from "@bowline/kernel";
import type { Trade } from "../trade.ts";

/** What a statistic may look at. */
export type Performance = {
  /** Round trips in order of their exit. */
  readonly trades: readonly Trade[];
  /** Equity at every account entry, in rising order of time. */
  readonly equity: readonly EquityPoint[];
};
export type EquityPoint = { readonly atUs: Us; readonly equity: Money };

/** How a value is to be shown: a count, a ratio (0.5 is 50 %), a plain factor, or money in micros. */
export type MetricUnit = "count" | "ratio" | "factor" | "money";

/** One statistic of a run. Pure; `undefined` where the run gives it no meaning. */
export type Metric = {
  readonly name: string;
  readonly title: string;
  readonly unit: MetricUnit;
  value(performance: Performance): number | undefined;
};

export const defineMetric = (metric: Metric): Metric => metric;
