import { spreadBreaker } from "./spread-breaker.ts";
import { breaksBy, ratio } from "../breaking/test-laws.ts";

breaksBy(spreadBreaker, {
  limits: { breakerSpread: ratio("0.01") },
  over: { "the limit": [{ spread: ratio("0.01") }, { spread: "0.01", breakerSpread: "0.01" }] },
  near: { "just under it": { spread: ratio("0.009999") } },
  calm: { "a fifth below": { spread: ratio("0.008") } },
  missing: { spread: { spread: undefined } },
});
