import { SKIP, definePair, period } from "../indicator.ts";
import { type PairWindow, makePairWindow, pushPair, spreads } from "../parts/pair-window.ts";

/** Whether two series move together. */
export const correlation = definePair({
  name: "correlation",
  title: "Rolling correlation",
  doc: "Whether two series rise and fall together: 1 in step, 0 unrelated, −1 opposite.",
  formula: "Pearson's r of x (`of`) and y (`with`) over `period` bars",
  seeding: "the first full window; the sums are exact",
  source: { talib: "CORREL" },
  params: { period: period(30, 2) },
  memory: "window",
  missing: SKIP,
  barsNeeded: ({ period: length }) => length,
  init: ({ period: length }): PairWindow => makePairWindow(length),
  update: pushPair,
  outputs: {
    value: {
      unit: "ratio",
      doc: "−1 to 1; no value where one of them does not move (TA-Lib says 0)",
      read: (state) => {
        const spread = spreads(state);
        if (spread === undefined || spread.x <= 0 || spread.y <= 0) return undefined;
        return Math.max(-1, Math.min(1, spread.xy / (Math.sqrt(spread.x) * Math.sqrt(spread.y))));
      },
    },
  },
});
