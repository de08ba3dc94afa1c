import { type IndicatorBar, defineBar, period } from "../indicator.ts";
import { type SumWindow, isFullSum, makeSumWindow, pushSum, sumOf } from "../parts/sum-window.ts";

type RelativeVolumeState = { before: SumWindow; ratio: number | null };

/** How busy the bar was. */
export const relativeVolume = defineBar({
  name: "relativeVolume",
  title: "Relative volume",
  doc: "The volume of the bar against the mean of the bars before it; a minute without a trade counts as one of volume 0.",
  formula: "volume ÷ (Σ volume of the `period` bars before ÷ period)",
  seeding: "the first bar with a full window before it",
  source: { citation: "StockCharts, relative volume (RVOL): volume against its average, this bar left out" },
  params: { period: period(20) },
  memory: "window",
  missing: { noTrade: "carry", noData: "restart" },
  barsNeeded: ({ period: length }) => length + 1,
  init: ({ period: length }): RelativeVolumeState => ({ before: makeSumWindow(length), ratio: null }),
  update: (state, { volume }: Pick<IndicatorBar, "volume">) => {
    const { before } = state;
    const sum = sumOf(before);
    state.ratio = isFullSum(before) && sum > 0 ? (volume / sum) * before.items.length : null;
    pushSum(state.before, volume);
  },
  outputs: {
    value: {
      unit: "ratio",
      doc: "1 is usual; no value where nothing was traded before",
      read: ({ ratio }) => ratio ?? undefined,
    },
  },
});
