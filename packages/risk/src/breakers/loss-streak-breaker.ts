import { countLimit } from "../limits/limit.ts";
import { measure } from "../breaking/measure.ts";
import { defineBreaker } from "../breaking/define-breaker.ts";

/** Halts a strategy after many losing round trips in a row. A resume begins a new count. */
export const lossStreakBreaker = defineBreaker({
  code: "LOSS_STREAK_BREAKER",
  doc: "The strategy has not lost many times in a row.",
  remedy: "Ask whether the strategy still fits the market; a resume begins a new count.",
  watches: "STRATEGY",
  trips: "HALTED",
  inSession: false,
  limits: {
    breakerLossStreak: countLimit("Losing round trips of a strategy in a row.", { careful: 8, normal: 40 }),
  },
  look: ({ streak }, { breakerLossStreak: limit, breakerRecovery: recovery }) =>
    measure({ what: "losses", value: streak.losses, limit, named: "breakerLossStreak", recovery, show: String }),
});
