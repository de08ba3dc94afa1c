import { drawdownBreaker } from "./drawdown-breaker.ts";
import { breaksBy, ratio } from "../breaking/test-laws.ts";

breaksBy(drawdownBreaker, {
  limits: { drawdownTier3: ratio("0.12") },
  over: { "the third tier": [{ drawdownTier: 3 }, { tier: "3", drawdownTier3: "0.12" }] },
  calm: { "the second tier": { drawdownTier: 2 } },
  missing: { equity: { drawdownTier: undefined } },
});
