import { defineCheck } from "../define-check.ts";
import { atMost, together } from "../at-most.ts";
import { ratioLimit, waived } from "../limits/limit.ts";

/** Denies entries while the price runs: by its move of five minutes, and by the last minute against the minutes before. */
export const volatilityHalt = defineCheck({
  code: "VOLATILITY_HALT",
  doc: "The price does not run.",
  remedy: "Wait until it is calm again.",
  exemptsReducing: true,
  limits: {
    maxFiveMinuteMove: ratioLimit("Move within five minutes, up or down.", { careful: "0.04", normal: "0.1" }),
    maxMinuteSigmas: ratioLimit(
      "The last minute's move in standard deviations of the minutes before; needs twenty of them.",
      { careful: "4", normal: waived("maxFiveMinuteMove stands for it") },
    ),
  },
  check: ({ fiveMinuteMove, minuteSigmas }, { maxFiveMinuteMove, maxMinuteSigmas }) =>
    together(
      atMost({ what: "fiveMinuteMove", value: fiveMinuteMove, limit: maxFiveMinuteMove, named: "maxFiveMinuteMove" }),
      atMost({ what: "minuteSigmas", value: minuteSigmas, limit: maxMinuteSigmas, named: "maxMinuteSigmas" }),
    ),
});
