import { SKIP, definePair, period } from "../indicator.ts";
import { type PairWindow, makePairWindow, pushPair, spreads } from "../parts/pair-window.ts";

type BetaState = { returns: PairWindow; last: { x: number; y: number } | null };

/** How much one moves with the other. */
export const beta = definePair({
  name: "beta",
  title: "Rolling beta",
  doc: "How much of a move of `with` the input takes part in: 2 moves twice as far.",
  formula: "covariance of the returns of x (`of`) and y (`with`) ÷ variance of the returns of y, over `period` returns",
  seeding: "the first full window of returns",
  source: { talib: "BETA, with `with` as its first input" },
  params: { period: period(60, 2, "returns") },
  memory: "window",
  missing: SKIP,
  barsNeeded: ({ period: length }) => length + 1,
  init: ({ period: length }): BetaState => ({ returns: makePairWindow(length), last: null }),
  update: (state, x, y) => {
    const { last } = state;
    state.last = { x, y };
    if (last === null) return;
    pushPair(state.returns, last.x === 0 ? 0 : (x - last.x) / last.x, last.y === 0 ? 0 : (y - last.y) / last.y);
  },
  outputs: {
    value: {
      unit: "ratio",
      doc: "the slope; no value where `with` does not move (TA-Lib says 0)",
      read: ({ returns }) => {
        const spread = spreads(returns);
        return spread === undefined || spread.y <= 0 ? undefined : spread.xy / spread.y;
      },
    },
  },
});
