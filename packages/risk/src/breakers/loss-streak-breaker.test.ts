import { lossStreakBreaker } from "./loss-streak-breaker.ts";
import { breaksBy, later } from "../breaking/test-laws.ts";

breaksBy(lossStreakBreaker, {
  limits: { breakerLossStreak: 10 },
  over: { "the limit": [{ streak: { losses: 10, lastUs: later(0) } }, { losses: "10", breakerLossStreak: "10" }] },
  near: { "just under it": { streak: { losses: 9, lastUs: later(0) } } },
  calm: { "a fifth below": { streak: { losses: 8, lastUs: later(0) } } },
});
