import { averageHoldingMinutes } from "./average-holding-minutes.ts";
import { averageLoss } from "./average-loss.ts";
import { averageWin } from "./average-win.ts";
import { expectancy } from "./expectancy.ts";
import { longestLosingStreak } from "./longest-losing-streak.ts";
import { maxDrawdown } from "./max-drawdown.ts";
import { maxDrawdownMoney } from "./max-drawdown-money.ts";
import type { Metric } from "./metric.ts";
import { profitFactor } from "./profit-factor.ts";
import { tradeCount } from "./trade-count.ts";
import { winRate } from "./win-rate.ts";

/** Every statistic of a run, in the order of the report. */
export const METRICS: readonly Metric[] = [
  tradeCount,
  winRate,
  profitFactor,
  expectancy,
  averageWin,
  averageLoss,
  longestLosingStreak,
  averageHoldingMinutes,
  maxDrawdown,
  maxDrawdownMoney,
];

export type { EquityPoint, Metric, MetricUnit, Performance } from "./metric.ts";
