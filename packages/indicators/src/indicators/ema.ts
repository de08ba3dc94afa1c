import { SKIP, defineSeries, period } from "../indicator.ts";
import { type Ema, emaOf, isWarmEma, makeEma, pushEma } from "../parts/smoothing.ts";

/** An average in which each bar counts less the older it is. */
export const ema = defineSeries({
  name: "ema",
  title: "Exponential moving average",
  doc: "A mean in which the past fades: each bar counts 1 − k times the one after it.",
  formula: "ema += (x − ema) × k, with k = 2 ÷ (period + 1)",
  seeding:
    "the simple mean of the first `period` bars, as TA-Lib does. Tulip, trading-signals and indicatorts begin with the first price instead, and agree only after some 180 bars (period 30)",
  source: { talib: "EMA" },
  params: { period: period(20) },
  memory: "recursive",
  missing: SKIP,
  barsNeeded: ({ period: length }) => length,
  init: ({ period: length }): Ema => makeEma(length),
  update: pushEma,
  outputs: { value: { unit: "input", doc: "the average", ready: isWarmEma, read: emaOf } },
});
