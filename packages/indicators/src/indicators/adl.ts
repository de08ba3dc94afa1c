import { SKIP, defineBar } from "../indicator.ts";
import { type ExactSum, addTo, zeroSum } from "../parts/exact-sum.ts";
import { type FlowBar, flowOf } from "../parts/money-flow.ts";

type AdlState = { sum: ExactSum; seen: boolean };

/** Volume counted by where bars close. */
export const adl = defineBar({
  name: "adl",
  title: "Accumulation and distribution line",
  doc: "Volume weighted with where each bar closed in its range, summed since the first bar: its slope means something, its level does not.",
  formula: "adl += volume × ((close − low) − (high − close)) ÷ (high − low); a bar without a range adds nothing",
  seeding: "begins at 0 before the first bar",
  source: { talib: "AD" },
  params: {},
  memory: "cumulative",
  missing: SKIP,
  barsNeeded: () => 1,
  init: (): AdlState => ({ sum: zeroSum(), seen: false }),
  update: (state, bar: FlowBar) => {
    addTo(state.sum, flowOf(bar));
    state.seen = true;
  },
  outputs: {
    value: { unit: "volume", doc: "the line", read: ({ sum, seen }) => (seen ? sum.hi : undefined) },
  },
});
