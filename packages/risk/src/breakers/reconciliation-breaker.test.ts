import { reconciliationBreaker } from "./reconciliation-breaker.ts";
import { breaksBy } from "../breaking/test-laws.ts";

breaksBy(reconciliationBreaker, {
  limits: { breakerDiffersMs: 60000 },
  over: { "the limit": [{ differsMs: 60000 }, { differsMs: "60000", breakerDiffersMs: "60000" }] },
  near: { "just under it": { differsMs: 59999 } },
  calm: { "a fifth below": { differsMs: 48000 } },
});
