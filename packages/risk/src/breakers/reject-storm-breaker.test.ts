import { rejectStormBreaker } from "./reject-storm-breaker.ts";
import { breaksBy } from "../breaking/test-laws.ts";

breaksBy(rejectStormBreaker, {
  limits: { breakerRefusalsPerMinute: 60 },
  over: { "the limit": [{ refusals: 60 }, { refusals: "60", breakerRefusalsPerMinute: "60" }] },
  near: { "just under it": { refusals: 59 } },
  calm: { "a fifth below": { refusals: 48 } },
});
