import { holdsTo } from "../test-laws.ts";
import { later } from "../test-view.ts";
import { dependencyStale } from "./dependency-stale.ts";

holdsTo(dependencyStale, {
  limits: { maxHeartbeatAgeMs: 3000 },
  passes: {
    "an answer at the limit, and a step to give it": { heartbeats: { "market-data": later(-4_000_000) } },
    "an answer a long step ago": { heartbeats: { "market-data": later(-8_000_000) }, clockStepUs: 5_000_000 },
    "an answer a minute's step ago": { heartbeats: { "market-data": later(-63_000_000) }, clockStepUs: 60_000_000 },
  },
  denies: {
    "an answer from before the clock stood still": [
      { heartbeats: { "market-data": later(-600_000_000) }, clockStepUs: 600_000_000 },
      { "market-dataMs": "540000", maxHeartbeatAgeMs: "3000" },
    ],
    "a service that fell silent": [
      { heartbeats: { "market-data": later(-4_001_000) } },
      { "market-dataMs": "3001", maxHeartbeatAgeMs: "3000" },
    ],
  },
  needs: { "market-dataMs": { heartbeats: { "market-data": undefined } } },
  exit: "is asked",
  waived: { maxHeartbeatAgeMs: "waived" },
});
