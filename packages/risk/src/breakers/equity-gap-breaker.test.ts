import { equityGapBreaker } from "./equity-gap-breaker.ts";
import { breaksBy, ratio } from "../breaking/test-laws.ts";

breaksBy(equityGapBreaker, {
  limits: { breakerEquityGap: ratio("0.005") },
  over: { "the limit": [{ equityGap: ratio("0.005") }, { equityGap: "0.005", breakerEquityGap: "0.005" }] },
  near: { "just under it": { equityGap: ratio("0.004999") } },
  calm: { "a fifth below": { equityGap: ratio("0.004") } },
  missing: { equityGap: { equityGap: undefined } },
});
