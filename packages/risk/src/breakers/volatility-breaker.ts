import { ratioLimit, WAIVED, waived } from "../limits/limit.ts";
import { measure } from "../breaking/measure.ts";
import { defineBreaker } from "../breaking/define-breaker.ts";

/** Takes a symbol to REDUCING after a minute that is out of proportion to the minutes before it. */
export const volatilityBreaker = defineBreaker({
  code: "VOLATILITY_BREAKER",
  doc: "The last minute is in proportion to the minutes before it.",
  remedy: "Wait until the minutes are alike again.",
  watches: "SYMBOL",
  trips: "REDUCING",
  inSession: true,
  limits: {
    breakerMinuteSigmas: ratioLimit(
      "The last minute's move in standard deviations of the minutes before; needs twenty of them.",
      { careful: "8", normal: waived("breakerFiveMinuteMove stands for it") },
    ),
  },
  look: ({ minuteSigmas }, { breakerMinuteSigmas: limit, breakerRecovery: recovery }) =>
    measure({
      what: "minuteSigmas",
      value: limit === WAIVED ? undefined : minuteSigmas(),
      limit,
      named: "breakerMinuteSigmas",
      recovery,
    }),
});
