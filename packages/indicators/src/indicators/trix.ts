import { SKIP, defineSeries, period } from "../indicator.ts";
import { type EmaChain, makeEmaChain, pushEmaChain } from "../parts/ema-chain.ts";

type TrixState = { chain: EmaChain; before: number | null };

/** How fast a thrice smoothed price moves. */
export const trix = defineSeries({
  name: "trix",
  title: "TRIX",
  doc: "The change of a thrice smoothed series over one bar, in percent: short moves are gone from it.",
  formula: "100 × (e ÷ e of the bar before − 1), e = EMA(EMA(EMA(x)))",
  seeding: "each EMA with the mean of its first `period` inputs",
  source: { talib: "TRIX" },
  params: { period: period(15) },
  memory: "recursive",
  missing: SKIP,
  barsNeeded: ({ period: length }) => 3 * length - 1,
  init: ({ period: length }): TrixState => ({ chain: makeEmaChain(length, 3), before: null }),
  update: (state, x) => {
    state.before = state.chain.values[2] ?? null;
    pushEmaChain(state.chain, x);
  },
  outputs: {
    value: {
      unit: "percent",
      doc: "the change",
      read: ({ chain: { values }, before }) => {
        const now = values[2];
        if (now === undefined || before === null) return undefined;
        return before === 0 ? 0 : 100 * (now / before - 1);
      },
    },
  },
});
