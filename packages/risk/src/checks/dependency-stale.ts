import { US_PER_MINUTE, US_PER_MS } from "@bowline/kernel";
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
      "Milliseconds between the clock and the last one that a service answered. Each answers once a minute, or at each beat where it can.",
      { careful: 65_000, normal: 65_000 },
    ),
  },
  check: ({ heartbeats, clock, clockStepUs }, { maxHeartbeatAgeMs }) =>
    together(
      ...Object.entries(heartbeats).map(([service, beatUs]) =>
        atMost({
          what: `${service}Ms`,
          value: beatUs === undefined || clock === undefined ? undefined : ageMs(clock.nowUs - beatUs, clockStepUs),
          limit: maxHeartbeatAgeMs,
          named: "maxHeartbeatAgeMs",
          show: String,
        }),
      ),
    ),
});

/** A clock of long steps, as simulated ones are, is answered a step later. What is longer than a minute was an outage. */
const ageMs = (sinceUs: number, stepUs: number): number =>
  Math.max(0, sinceUs - Math.min(stepUs, US_PER_MINUTE)) / US_PER_MS;
