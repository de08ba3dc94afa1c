import { SKIP, defineSeries, period } from "../indicator.ts";
import { type Gains, gainsSum, makeGains, pushGains } from "../parts/gains.ts";

/** An RSI around zero. */
export const chandeMomentum = defineSeries({
  name: "chandeMomentum",
  title: "Chande momentum oscillator",
  doc: "Steps up less steps down, as a part of all steps: 100 when every bar rose, −100 when every bar fell.",
  formula: "100 × (gains − losses) ÷ (gains + losses), both Wilder's averages of the steps",
  seeding: "the plain means of the first `period` steps",
  source: { talib: "CMO" },
  params: { period: period(14, 2) },
  memory: "recursive",
  missing: SKIP,
  barsNeeded: ({ period: length }) => length + 1,
  init: ({ period: length }): Gains => makeGains(length),
  update: pushGains,
  outputs: {
    value: {
      unit: "percent",
      doc: "−100 to 100; 0 where nothing moved, as TA-Lib has it",
      read: (state) => {
        const sum = gainsSum(state);
        if (sum === undefined) return undefined;
        return sum === 0 ? 0 : 100 * ((state.gain - state.loss) / sum);
      },
    },
  },
});
