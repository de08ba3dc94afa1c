import { heartbeatBreaker } from "./heartbeat-breaker.ts";
import { breaksBy } from "../breaking/test-laws.ts";

breaksBy(heartbeatBreaker, {
  limits: { breakerHeartbeatAgeMs: 90_000 },
  over: {
    "the age of one": [
      { heartbeatAgesMs: { "market-data": 90_000, portfolio: 0 } },
      { "market-dataMs": "90000", breakerHeartbeatAgeMs: "90000" },
    ],
  },
  near: { "just under it": { heartbeatAgesMs: { "market-data": 0, portfolio: 89_999 } } },
  calm: { "a fifth below": { heartbeatAgesMs: { "market-data": 72_000 } } },
});
