import { US_PER_MINUTE } from "@bowline/kernel";
import { ratioLimit } from "../limits/limit.ts";
import { measure, near } from "../breaking/measure.ts";
import { defineBreaker } from "../breaking/define-breaker.ts";

/** Takes a symbol to REDUCING while its price runs. */
export const priceMoveBreaker = defineBreaker({
  code: "PRICE_MOVE_BREAKER",
  doc: "The price does not run: its largest move within five minutes.",
  remedy: "Wait until it is calm; the tape, or the news, says why it runs.",
  watches: "SYMBOL",
  trips: "REDUCING",
  inSession: true,
  limits: {
    breakerFiveMinuteMove: ratioLimit(
      "Move within five minutes, up or down. Asked from the third minute of a session on.",
      { careful: "0.03", normal: "0.1" },
    ),
  },
  look: ({ watchedUs, fiveMinuteMove }, { breakerFiveMinuteMove: limit, breakerRecovery: recovery }) =>
    watchedUs < 2 * US_PER_MINUTE
      ? near
      : measure({ what: "fiveMinuteMove", value: fiveMinuteMove(), limit, named: "breakerFiveMinuteMove", recovery }),
});
