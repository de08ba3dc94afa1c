import { cashGapBreaker } from "./cash-gap-breaker.ts";
import { breaksBy, dollars } from "../breaking/test-laws.ts";

breaksBy(cashGapBreaker, {
  limits: { breakerCashGap: dollars("100") },
  over: { "the limit": [{ cashGap: dollars("100") }, { cashGap: "100", breakerCashGap: "100" }] },
  near: { "just under it": { cashGap: dollars("99.99") } },
  calm: { "a fifth below": { cashGap: dollars("80") } },
  missing: { cashGap: { cashGap: undefined } },
});
