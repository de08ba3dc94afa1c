import { dailyLossHaltBreaker } from "./daily-loss-halt-breaker.ts";
import { breaksBy, dollars } from "../breaking/test-laws.ts";

breaksBy(dailyLossHaltBreaker, {
  limits: { breakerDailyLossHalt: dollars("250") },
  over: { "the limit": [{ haltDayLoss: dollars("250") }, { dailyLoss: "250", breakerDailyLossHalt: "250" }] },
  near: { "just under it": { haltDayLoss: dollars("249.99") } },
  calm: { "a fifth below": { haltDayLoss: dollars("200") } },
  missing: { dailyLoss: { haltDayLoss: undefined } },
});
