import { SKIP, defineSeries, period } from "../indicator.ts";
import { type Wma, makeWma, pushWma, wmaOf } from "../parts/wma.ts";

/** Weights fall in a straight line. */
export const wma = defineSeries({
  name: "wma",
  title: "Weighted moving average",
  doc: "A mean with weights that fall in a straight line: the last bar counts `period` times, the oldest once.",
  formula: "Σ x × weight ÷ (period × (period + 1) ÷ 2), weights 1 (oldest) to `period` (last)",
  seeding: "the first full window",
  source: { talib: "WMA" },
  params: { period: period(20) },
  memory: "window",
  missing: SKIP,
  barsNeeded: ({ period: length }) => length,
  init: ({ period: length }): Wma => makeWma(length),
  update: pushWma,
  outputs: { value: { unit: "input", doc: "the mean", read: wmaOf } },
});
