import { marketStressBreaker } from "./market-stress-breaker.ts";
import { breaksBy, ratio } from "../breaking/test-laws.ts";

breaksBy(marketStressBreaker, {
  limits: { breakerIndexDrop: { SPY: ratio("0.05"), QQQ: ratio("0.08") } },
  over: {
    "the drop": [{ dayMoveOf: () => -ratio("0.05") }, { dropSPY: "0.05", breakerIndexDrop: "0.05" }],
  },
  near: { "just under it": { dayMoveOf: () => -ratio("0.049999") } },
  calm: { "a rise": { dayMoveOf: () => ratio("0.1") }, "a fifth below": { dayMoveOf: () => -ratio("0.04") } },
  missing: { dropQQQ: { dayMoveOf: () => undefined } },
});
