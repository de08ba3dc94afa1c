import { type IndicatorBar, SKIP, defineBar, period } from "../indicator.ts";
import { barsPerYear } from "../parts/per-year.ts";
import { type SumWindow, makeSumWindow, meanOf, pushSum } from "../parts/sum-window.ts";

type ParkinsonState = { squares: SumWindow; perYear: number };

/** Volatility out of ranges. */
export const parkinsonVolatility = defineBar({
  name: "parkinsonVolatility",
  title: "Realised volatility, Parkinson",
  doc: "Volatility from highs and lows: needs fewer bars than closes do, and knows nothing of gaps.",
  formula: "√(Σ ln(high ÷ low)² ÷ (4 × ln 2 × period) × barsPerYear)",
  seeding: "the first full window",
  source: {
    citation: "M. Parkinson, The extreme value method for estimating the variance of the rate of return, 1980",
  },
  params: { period: period(20), barsPerYear },
  memory: "window",
  missing: SKIP,
  barsNeeded: ({ period: length }) => length,
  init: ({ period: length, barsPerYear: perYear }): ParkinsonState => ({ squares: makeSumWindow(length), perYear }),
  update: ({ squares }, { highPx, lowPx }: Pick<IndicatorBar, "highPx" | "lowPx">) => {
    pushSum(squares, Math.log(highPx / lowPx) ** 2);
  },
  outputs: {
    value: {
      unit: "ratio",
      doc: "0.2 is 20 % a year",
      read: ({ squares, perYear }) => {
        const mean = meanOf(squares);
        return mean === undefined ? undefined : Math.sqrt((Math.max(0, mean) / (4 * Math.LN2)) * perYear);
      },
    },
  },
});
