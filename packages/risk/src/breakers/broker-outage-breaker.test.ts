import { brokerOutageBreaker } from "./broker-outage-breaker.ts";
import { breaksBy } from "../breaking/test-laws.ts";

breaksBy(brokerOutageBreaker, {
  limits: { breakerBrokerDownMs: 30000 },
  over: { "the limit": [{ brokerDownMs: 30000 }, { downMs: "30000", breakerBrokerDownMs: "30000" }] },
  near: { "just under it": { brokerDownMs: 29999 } },
  calm: { "a fifth below": { brokerDownMs: 24000 } },
});
