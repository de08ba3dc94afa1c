import { type Param } from "../indicator.ts";

/** Regular one-minute bars of a year: 252 sessions of 390. */
const MINUTES_PER_YEAR = 98_280;

/** How many bars a year has: what a volatility of one bar is scaled with. */
export const barsPerYear: Param = {
  kind: "whole",
  default: MINUTES_PER_YEAR,
  min: 1,
  max: 100_000_000,
  doc: "bars in a year (98280 one-minute bars, 252 daily ones); 1 leaves the volatility of one bar",
};
