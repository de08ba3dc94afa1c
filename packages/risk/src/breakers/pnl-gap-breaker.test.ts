import { pnlGapBreaker } from "./pnl-gap-breaker.ts";
import { breaksBy, ratio } from "../breaking/test-laws.ts";

breaksBy(pnlGapBreaker, {
  limits: { breakerPnlGap: ratio("0.001") },
  over: { "the limit": [{ pnlGap: ratio("0.001") }, { pnlGap: "0.001", breakerPnlGap: "0.001" }] },
  near: { "just under it": { pnlGap: ratio("0.000999") }, "not known": { pnlGap: undefined } },
  calm: { "a fifth below": { pnlGap: ratio("0.0008") } },
});
