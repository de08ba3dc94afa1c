import { SKIP, defineSeries } from "../indicator.ts";

type BarsSinceState = { bars: number | null };

/** How long ago something happened. */
export const barsSince = defineSeries({
  name: "barsSince",
  title: "Bars since",
  doc: "Bars since the input was last other than 0: behind `crossing`, bars since they crossed.",
  formula: "0 where x ≠ 0, else one more than before",
  seeding: "the first bar on which x ≠ 0; before that there is no value, however many bars were seen",
  source: { citation: "as TradingView's ta.barssince" },
  params: {},
  memory: "recursive",
  missing: SKIP,
  barsNeeded: () => 1,
  init: (): BarsSinceState => ({ bars: null }),
  update: (state, x) => {
    if (x !== 0) state.bars = 0;
    else if (state.bars !== null) state.bars += 1;
  },
  outputs: { value: { unit: "bars", doc: "bars since then", read: ({ bars }) => bars ?? undefined } },
});
