import { countLimit } from "../limits/limit.ts";
import { measure } from "../breaking/measure.ts";
import { defineBreaker } from "../breaking/define-breaker.ts";

/** Takes everything to REDUCING when the session with the broker is gone for a while, until it has held for a while. */
export const brokerOutageBreaker = defineBreaker({
  code: "BROKER_OUTAGE_BREAKER",
  doc: "The session with the broker holds.",
  remedy: "Look at TWS, and at the line to it: `./bowline status`.",
  watches: "SYSTEM",
  trips: "REDUCING",
  inSession: true,
  limits: {
    breakerBrokerDownMs: countLimit("Milliseconds for which the session with the broker is not READY.", {
      careful: 30_000,
      normal: 120_000,
    }),
  },
  look: ({ brokerDownMs: value }, { breakerBrokerDownMs: limit, breakerRecovery: recovery }) =>
    measure({ what: "downMs", value, limit, named: "breakerBrokerDownMs", recovery, show: String }),
});
