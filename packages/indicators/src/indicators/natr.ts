import { SKIP, defineBar, period } from "../indicator.ts";
import { wilderOf } from "../parts/smoothing.ts";
import { type AtrBar, type AtrState, atr } from "./atr.ts";

/** The ATR of cheap and dear shares on one scale. */
export const natr = defineBar({
  name: "natr",
  title: "Normalised average true range",
  doc: "The average true range in percent of the last close.",
  formula: "100 × ATR ÷ close",
  seeding: "as ATR",
  source: { talib: "NATR" },
  params: { period: period(14) },
  memory: "recursive",
  missing: SKIP,
  barsNeeded: ({ period: length }) => length + 1,
  init: (params): AtrState => atr.init(params),
  update: (state, bar: AtrBar) => atr.update(state, bar),
  outputs: {
    value: {
      unit: "percent",
      doc: "the average range; 0 where the close is 0",
      read: (state) => {
        const range = wilderOf(state);
        if (range === undefined || state.lastClosePx === null) return undefined;
        return state.lastClosePx === 0 ? 0 : (range / state.lastClosePx) * 100;
      },
    },
  },
});
