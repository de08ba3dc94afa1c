import { monthlyLossBreaker } from "./monthly-loss-breaker.ts";
import { breaksBy, dollars } from "../breaking/test-laws.ts";

breaksBy(monthlyLossBreaker, {
  limits: { breakerMonthlyLoss: dollars("250") },
  over: { "the limit": [{ monthLoss: dollars("250") }, { monthlyLoss: "250", breakerMonthlyLoss: "250" }] },
  near: { "just under it": { monthLoss: dollars("249.99") } },
  calm: { "a fifth below": { monthLoss: dollars("200") } },
  missing: { monthlyLoss: { monthLoss: undefined } },
});
