import { SKIP, defineSeries, period } from "../indicator.ts";
import { type NearWindow, deviationOf, isFullNear, makeNearWindow, pushNear } from "../parts/near-window.ts";

/** How far the last bars scatter. */
export const standardDeviation = defineSeries({
  name: "standardDeviation",
  title: "Standard deviation",
  doc: "How far the last bars scatter around their mean.",
  formula: "√(Σ (x − mean)² ÷ period): of the population",
  seeding: "the first full window",
  source: { talib: "STDDEV" },
  params: { period: period(20, 2) },
  memory: "window",
  missing: SKIP,
  barsNeeded: ({ period: length }) => length,
  init: ({ period: length }): NearWindow => makeNearWindow(length),
  update: pushNear,
  outputs: {
    value: {
      unit: "input",
      doc: "the deviation",
      read: (state) => (isFullNear(state) ? deviationOf(state) : undefined),
    },
  },
});
