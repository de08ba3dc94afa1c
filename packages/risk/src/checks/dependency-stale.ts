import { answerLateUs } from "@bowline/contracts";
import { US_PER_MS } from "@bowline/kernel";
import { defineCheck } from "../define-check.ts";
import { atMost, together } from "../at-most.ts";
import { countLimit } from "../limits/limit.ts";

/** Denies when a service that decisions rest on has stopped to answer the clock. */
export const dependencyStale = defineCheck({
  code: "DEPENDENCY_STALE",
  doc: "The services that decisions rest on answer the clock.",
  remedy: "Look at the service that is named: `./bowline status`.",
  exemptsReducing: false,
  limits: {
    maxHeartbeatAgeMs: countLimit(
      "Milliseconds by which a service is late with its answer to the clock. Each answers every second, in simulated time once a minute.",
      { careful: 3000, normal: 5000 },
    ),
  },
  check: ({ heartbeats, clock, clockStepUs }, { maxHeartbeatAgeMs }) =>
    together(
      ...Object.entries(heartbeats).map(([service, beatUs]) =>
        atMost({
          what: `${service}Ms`,
          value:
            beatUs === undefined || clock === undefined
              ? undefined
              : answerLateUs(clock.nowUs - beatUs, clockStepUs) / US_PER_MS,
          limit: maxHeartbeatAgeMs,
          named: "maxHeartbeatAgeMs",
          show: String,
        }),
      ),
    ),
});
