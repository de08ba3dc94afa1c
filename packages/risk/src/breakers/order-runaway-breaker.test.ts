import { orderRunawayBreaker } from "./order-runaway-breaker.ts";
import { breaksBy } from "../breaking/test-laws.ts";

breaksBy(orderRunawayBreaker, {
  limits: { breakerDecisionsPerMinute: 120 },
  over: { "the limit": [{ decisions: 120 }, { decisions: "120", breakerDecisionsPerMinute: "120" }] },
  near: { "just under it": { decisions: 119 } },
  calm: { "a fifth below": { decisions: 96 } },
});
