import { type IndicatorBar, SKIP, defineBar } from "../indicator.ts";
import { type ExactSum, addTo, zeroSum } from "../parts/exact-sum.ts";

type ObvState = { sum: ExactSum; last: number | null };

/** Volume counted with the sign of the price's step. */
export const obv = defineBar({
  name: "obv",
  title: "On-balance volume",
  doc: "Volume of bars that closed higher, less that of bars that closed lower, since the first bar: its slope means something, its level does not.",
  formula: "obv += volume × sign(close − close before)",
  seeding: "the volume of the first bar, as TA-Lib does",
  source: { talib: "OBV" },
  params: {},
  memory: "cumulative",
  missing: SKIP,
  barsNeeded: () => 1,
  init: (): ObvState => ({ sum: zeroSum(), last: null }),
  update: (state, { closePx, volume }: Pick<IndicatorBar, "closePx" | "volume">) => {
    if (state.last === null || closePx > state.last) addTo(state.sum, volume);
    else if (closePx < state.last) addTo(state.sum, -volume);
    state.last = closePx;
  },
  outputs: {
    value: { unit: "volume", doc: "the balance", read: ({ sum, last }) => (last === null ? undefined : sum.hi) },
  },
});
