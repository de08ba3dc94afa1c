import { defineCheck, deny, denyMissing, pass } from "../define-check.ts";

/** Denies entries where the symbol's history is missing, its stream is silent, or no market data line is left for it. */
export const marketDataUnavailable = defineCheck({
  code: "MARKET_DATA_UNAVAILABLE",
  doc: "The symbol has its history, its stream speaks, and it has market data lines.",
  remedy: "The detail says what is missing: wait for the history or the stream, or watch fewer symbols.",
  exemptsReducing: true,
  limits: {},
  check: ({ availability }) => {
    if (availability === undefined) return denyMissing("availability");
    return availability === "AVAILABLE" ? pass : deny({ availability });
  },
});
