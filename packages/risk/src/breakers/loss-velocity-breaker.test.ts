import { lossVelocityBreaker } from "./loss-velocity-breaker.ts";
import { breaksBy, dollars } from "../breaking/test-laws.ts";

breaksBy(lossVelocityBreaker, {
  limits: { breakerFiveMinuteLoss: dollars("250") },
  over: { "the limit": [{ fiveMinuteLoss: dollars("250") }, { fiveMinuteLoss: "250", breakerFiveMinuteLoss: "250" }] },
  near: { "just under it": { fiveMinuteLoss: dollars("249.99") } },
  calm: { "a fifth below": { fiveMinuteLoss: dollars("200") } },
  missing: { fiveMinuteLoss: { fiveMinuteLoss: undefined } },
});
