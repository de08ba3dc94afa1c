import { type IndicatorBar, SKIP, defineBar, period } from "../indicator.ts";
import { barsPerYear } from "../parts/per-year.ts";
import { type SumWindow, makeSumWindow, meanOf, pushSum } from "../parts/sum-window.ts";

type GarmanKlassState = { parts: SumWindow; perYear: number };
type Bar = Pick<IndicatorBar, "openPx" | "highPx" | "lowPx" | "closePx">;

/** Volatility out of whole bars. */
export const garmanKlassVolatility = defineBar({
  name: "garmanKlassVolatility",
  title: "Realised volatility, Garman and Klass",
  doc: "Volatility from open, high, low and close: the steadiest of the three, and knows nothing of gaps.",
  formula: "√(Σ (½ × ln(high ÷ low)² − (2 × ln 2 − 1) × ln(close ÷ open)²) ÷ period × barsPerYear)",
  seeding: "the first full window",
  source: {
    citation: "M. Garman and M. Klass, On the estimation of security price volatilities from historical data, 1980",
  },
  params: { period: period(20), barsPerYear },
  memory: "window",
  missing: SKIP,
  barsNeeded: ({ period: length }) => length,
  init: ({ period: length, barsPerYear: perYear }): GarmanKlassState => ({ parts: makeSumWindow(length), perYear }),
  update: ({ parts }, { openPx, highPx, lowPx, closePx }: Bar) => {
    const range = Math.log(highPx / lowPx) ** 2;
    const body = Math.log(closePx / openPx) ** 2;
    pushSum(parts, range / 2 - (2 * Math.LN2 - 1) * body);
  },
  outputs: {
    value: {
      unit: "ratio",
      doc: "0.2 is 20 % a year",
      read: ({ parts, perYear }) => {
        const mean = meanOf(parts);
        return mean === undefined ? undefined : Math.sqrt(Math.max(0, mean) * perYear);
      },
    },
  },
});
