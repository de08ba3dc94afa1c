import { type IndicatorBar, defineBar } from "../indicator.ts";
import { type ExactSum, addProductTo, addTo, zeroSum } from "../parts/exact-sum.ts";

type VwapState = { day: number; cost: ExactSum; volume: ExactSum };
type VwapBar = Pick<IndicatorBar, "highPx" | "lowPx" | "closePx" | "volume" | "day">;

/** What a share has cost on average today. */
export const vwap = defineBar({
  name: "vwap",
  title: "Volume-weighted average price",
  doc: "What a share has cost on average since the session's first bar.",
  formula: "Σ (high + low + close) ÷ 3 × volume ÷ Σ volume, since the session began",
  seeding: "begins anew with the first bar of each exchange date",
  source: { citation: "ChartSchool, Volume-Weighted Average Price (VWAP): typical price, anchored to the day" },
  params: {},
  memory: "session",
  missing: { noTrade: "skip", noData: "session" },
  barsNeeded: () => 1,
  init: (): VwapState => ({ day: 0, cost: zeroSum(), volume: zeroSum() }),
  update: (state, { highPx, lowPx, closePx, volume, day }: VwapBar) => {
    if (day !== state.day) {
      state.day = day;
      state.cost = zeroSum();
      state.volume = zeroSum();
    }
    addProductTo(state.cost, highPx + lowPx + closePx, volume);
    addTo(state.volume, volume);
  },
  outputs: {
    value: {
      unit: "price",
      doc: "the average; no value before the first share of the session",
      read: ({ cost, volume }) => (volume.hi > 0 ? cost.hi / volume.hi / 3 : undefined),
    },
  },
});
