import { staleDataBreaker } from "./stale-data-breaker.ts";
import { breaksBy } from "../breaking/test-laws.ts";

breaksBy(staleDataBreaker, {
  limits: { breakerQuoteAgeMs: 30000 },
  over: { "the limit": [{ silentMs: 30000 }, { silentMs: "30000", breakerQuoteAgeMs: "30000" }] },
  near: { "just under it": { silentMs: 29999 } },
  calm: { "a fifth below": { silentMs: 24000 } },
});
