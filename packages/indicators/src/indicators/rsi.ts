import { SKIP, defineSeries, period } from "../indicator.ts";
import { type Gains, gainsSum, isWarmGains, makeGains, pushGains } from "../parts/gains.ts";

/** How much of the way went up. */
export const rsi = defineSeries({
  name: "rsi",
  title: "Relative strength index",
  doc: "The part of the average step that went up: 100 when every bar rose, 0 when none did.",
  formula: "100 × gains ÷ (gains + losses), both Wilder's averages of the steps",
  seeding:
    "the plain means of the first `period` steps, as Wilder and TA-Lib do. technicalindicators rounds to two decimals",
  source: { talib: "RSI" },
  params: { period: period(14, 2) },
  memory: "recursive",
  missing: SKIP,
  barsNeeded: ({ period: length }) => length + 1,
  init: ({ period: length }): Gains => makeGains(length),
  update: pushGains,
  outputs: {
    value: {
      unit: "percent",
      doc: "0 to 100; 0 where nothing moved, as TA-Lib has it",
      ready: isWarmGains,
      read: (state) => rsiOf(state),
    },
  },
});

/** The index of gains and losses; `undefined` while they are cold. */
export function rsiOf(state: Gains): number | undefined {
  const sum = gainsSum(state);
  if (sum === undefined) return undefined;
  return sum === 0 ? 0 : 100 * (state.gain / sum);
}
