import { holdsTo } from "../test-laws.ts";
import { ratio } from "../test-view.ts";
import { drawdownTier3 } from "./drawdown-tier-3.ts";

holdsTo(drawdownTier3, {
  limits: { drawdownTier3: ratio("0.12") },
  passes: { "what is not as deep": { drawdownTier: 2 } },
  denies: { "every entry": [{ drawdownTier: 3 }, { notional: "10000", drawdownTier3Notional: "0" }] },
  needs: { equity: [{ peakEquity: undefined }, { equity: undefined }] },
  exit: "passes",
  waived: { drawdownTier3: "waived" },
});
