import { SKIP, defineSeries, period } from "../indicator.ts";
import { type EmaChain, makeEmaChain, pushEmaChain } from "../parts/ema-chain.ts";

/** An EMA with most of its lag taken off. */
export const tema = defineSeries({
  name: "tema",
  title: "Triple exponential moving average",
  doc: "An EMA less its lag, with the lag's own lag put back.",
  formula: "3 × EMA(x) − 3 × EMA(EMA(x)) + EMA(EMA(EMA(x)))",
  seeding: "each EMA with the mean of its first `period` inputs; each begins with the first value of the one before",
  source: { talib: "TEMA" },
  params: { period: period(20) },
  memory: "recursive",
  missing: SKIP,
  barsNeeded: ({ period: length }) => 3 * length - 2,
  init: ({ period: length }): EmaChain => makeEmaChain(length, 3),
  update: pushEmaChain,
  outputs: {
    value: {
      unit: "input",
      doc: "the average",
      read: ({ values: [first, second, third] }) =>
        first === undefined || second === undefined || third === undefined ? undefined : 3 * first - 3 * second + third,
    },
  },
});
