import { defineCheck, deny, denyMissing, pass } from "../define-check.ts";

/** Denies entries on a quote that market-data found something wrong with. */
export const marketDataDoubtful = defineCheck({
  code: "MARKET_DATA_DOUBTFUL",
  doc: "The quote is not crossed, locked, without a side, far from where it was a moment ago, or frozen.",
  remedy: "Wait for the next quote; `./bowline tap md.quote` shows what is wrong with it.",
  exemptsReducing: true,
  limits: {},
  check: ({ quote }) => {
    if (quote === undefined) return denyMissing("quote");
    return quote.doubts === undefined ? pass : deny({ doubts: quote.doubts });
  },
});
