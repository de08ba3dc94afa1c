import { dailyLossBreaker } from "./daily-loss-breaker.ts";
import { breaksBy, dollars } from "../breaking/test-laws.ts";

breaksBy(dailyLossBreaker, {
  limits: { breakerDailyLoss: dollars("250") },
  over: { "the limit": [{ dayLoss: dollars("250") }, { dailyLoss: "250", breakerDailyLoss: "250" }] },
  near: { "just under it": { dayLoss: dollars("249.99") } },
  calm: { "a fifth below": { dayLoss: dollars("200") } },
  missing: { dailyLoss: { dayLoss: undefined } },
});
