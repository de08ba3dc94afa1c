import { orderStuckBreaker } from "./order-stuck-breaker.ts";
import { breaksBy } from "../breaking/test-laws.ts";

breaksBy(orderStuckBreaker, {
  limits: { breakerUnansweredMs: 5000 },
  over: { "the limit": [{ unansweredMs: 5000 }, { unansweredMs: "5000", breakerUnansweredMs: "5000" }] },
  near: { "just under it": { unansweredMs: 4999 } },
  calm: { "a fifth below": { unansweredMs: 4000 } },
});
