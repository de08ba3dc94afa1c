import { countLimit } from "../limits/limit.ts";
import { measure, worstReading } from "../breaking/measure.ts";
import { defineBreaker } from "../breaking/define-breaker.ts";

/** Takes everything to REDUCING while a service that decisions rest on lags behind the clock. */
export const heartbeatBreaker = defineBreaker({
  code: "HEARTBEAT_BREAKER",
  doc: "The services that decisions rest on keep up with the clock.",
  remedy: "Look at the service that is named: `./bowline status`.",
  watches: "SYSTEM",
  trips: "REDUCING",
  inSession: true,
  limits: {
    breakerHeartbeatAgeMs: countLimit(
      "Milliseconds by which a service is late with its answer to the clock. Each answers every second, in simulated time once a minute.",
      { careful: 15_000, normal: 30_000 },
    ),
  },
  look: ({ heartbeatAgesMs }, { breakerHeartbeatAgeMs: limit, breakerRecovery: recovery }) =>
    worstReading(
      Object.entries(heartbeatAgesMs).map(([service, value]) =>
        measure({ what: `${service}Ms`, value, limit, named: "breakerHeartbeatAgeMs", recovery, show: String }),
      ),
    ),
});
