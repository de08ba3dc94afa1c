import { SKIP, defineSeries, period } from "../indicator.ts";
import { type EmaChain, makeEmaChain, pushEmaChain } from "../parts/ema-chain.ts";

/** An EMA with half of its lag taken off. */
export const dema = defineSeries({
  name: "dema",
  title: "Double exponential moving average",
  doc: "An EMA less its own lag, as far as a second EMA can tell it.",
  formula: "2 × EMA(x) − EMA(EMA(x))",
  seeding: "each EMA with the mean of its first `period` inputs; the second begins with the first's first value",
  source: { talib: "DEMA" },
  params: { period: period(20) },
  memory: "recursive",
  missing: SKIP,
  barsNeeded: ({ period: length }) => 2 * length - 1,
  init: ({ period: length }): EmaChain => makeEmaChain(length, 2),
  update: pushEmaChain,
  outputs: {
    value: {
      unit: "input",
      doc: "the average",
      read: ({ values: [first, second] }) =>
        first === undefined || second === undefined ? undefined : 2 * first - second,
    },
  },
});
