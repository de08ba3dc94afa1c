import { SKIP, defineSeries, period } from "../indicator.ts";
import { type Extreme, extremeAge, extremeOf, makeExtreme, pushExtreme } from "../parts/extreme.ts";

/** The least number of the window. */
export const lowest = defineSeries({
  name: "lowest",
  title: "Lowest of the last bars",
  doc: "The lowest of the last bars, and how long ago it was.",
  formula: "min of x over `period` bars",
  seeding: "the first full window",
  source: { talib: "MIN" },
  params: { period: period(20) },
  memory: "window",
  missing: SKIP,
  barsNeeded: ({ period: length }) => length,
  init: ({ period: length }): Extreme => makeExtreme(length, -1),
  update: pushExtreme,
  outputs: {
    value: { unit: "input", doc: "the lowest", read: extremeOf },
    age: {
      unit: "bars",
      doc: "bars since then, 0 where it is the last one; of equal ones the latest",
      read: (state) => (extremeOf(state) === undefined ? undefined : extremeAge(state)),
    },
  },
});
