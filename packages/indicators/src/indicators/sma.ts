import { SKIP, defineSeries, period } from "../indicator.ts";
import { type SumWindow, isFullSum, makeSumWindow, meanOf, pushSum } from "../parts/sum-window.ts";

/** The plain mean. Its sum is exact, so two of them cross exactly where they do. */
export const sma = defineSeries({
  name: "sma",
  title: "Simple moving average",
  doc: "The mean of the last bars.",
  formula: "Σ x over `period` bars ÷ period",
  seeding: "the first full window",
  source: { talib: "SMA" },
  params: { period: period(20) },
  memory: "window",
  missing: SKIP,
  barsNeeded: ({ period: length }) => length,
  init: ({ period: length }): SumWindow => makeSumWindow(length),
  update: pushSum,
  outputs: { value: { unit: "input", doc: "the mean", ready: isFullSum, read: meanOf } },
});
