import { SKIP, defineBar, period } from "../indicator.ts";
import { type FlowBar, flowOf } from "../parts/money-flow.ts";
import { type SumWindow, isFullSum, makeSumWindow, pushSum, sumOf } from "../parts/sum-window.ts";

type CmfState = { flows: SumWindow; volumes: SumWindow };

/** On which side of their range the last bars closed. */
export const cmf = defineBar({
  name: "cmf",
  title: "Chaikin money flow",
  doc: "Where the last bars closed in their ranges, weighted with volume: 1 always at the high, −1 always at the low.",
  formula: "Σ volume × ((close − low) − (high − close)) ÷ (high − low) ÷ Σ volume, over `period` bars",
  seeding: "the first full window",
  source: { citation: "ChartSchool, Chaikin Money Flow (CMF): 20 bars" },
  params: { period: period(20) },
  memory: "window",
  missing: SKIP,
  barsNeeded: ({ period: length }) => length,
  init: ({ period: length }): CmfState => ({ flows: makeSumWindow(length), volumes: makeSumWindow(length) }),
  update: ({ flows, volumes }, bar: FlowBar) => {
    pushSum(flows, flowOf(bar));
    pushSum(volumes, bar.volume);
  },
  outputs: {
    value: {
      unit: "ratio",
      doc: "−1 to 1; no value where nothing was traded",
      read: ({ flows, volumes }) =>
        isFullSum(flows) && sumOf(volumes) > 0 ? sumOf(flows) / sumOf(volumes) : undefined,
    },
  },
});
