import { weeklyLossBreaker } from "./weekly-loss-breaker.ts";
import { breaksBy, dollars } from "../breaking/test-laws.ts";

breaksBy(weeklyLossBreaker, {
  limits: { breakerWeeklyLoss: dollars("250") },
  over: { "the limit": [{ weekLoss: dollars("250") }, { weeklyLoss: "250", breakerWeeklyLoss: "250" }] },
  near: { "just under it": { weekLoss: dollars("249.99") } },
  calm: { "a fifth below": { weekLoss: dollars("200") } },
  missing: { weeklyLoss: { weekLoss: undefined } },
});
