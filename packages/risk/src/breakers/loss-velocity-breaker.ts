import { moneyLimit } from "../limits/limit.ts";
import { measure } from "../breaking/measure.ts";
import { defineBreaker } from "../breaking/define-breaker.ts";

/** Takes everything to REDUCING while equity falls fast. */
export const lossVelocityBreaker = defineBreaker({
  code: "LOSS_VELOCITY_BREAKER",
  doc: "Equity does not fall fast.",
  remedy: "See what loses: `./bowline positions`.",
  watches: "SYSTEM",
  trips: "REDUCING",
  inSession: true,
  limits: {
    breakerFiveMinuteLoss: moneyLimit("Equity lost since the best of the last five minutes.", {
      careful: 0.005,
      normal: 0.02,
    }),
  },
  look: ({ fiveMinuteLoss: value }, { breakerFiveMinuteLoss: limit, breakerRecovery: recovery }) =>
    measure({ what: "fiveMinuteLoss", value, limit, named: "breakerFiveMinuteLoss", recovery }),
});
