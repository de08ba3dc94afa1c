import { shares } from "@bowline/kernel";
import { anOrder } from "@bowline/testkit";
import { holdsTo } from "../test-laws.ts";
import { cash, ratio } from "../test-view.ts";
import { drawdownTier2 } from "./drawdown-tier-2.ts";

holdsTo(drawdownTier2, {
  limits: {
    drawdownTier2: ratio("0.05"),
    drawdownTier2Size: 250_000,
    drawdownTier2Notional: cash("10000"),
  },
  passes: {
    "an entry at the limit of the tier": { drawdownTier: 2 },
    "a larger one in another tier": { drawdownTier: 1, order: anOrder({ orderQty: shares(101) }) },
  },
  denies: {
    "a larger entry in the tier": [
      { drawdownTier: 2, order: anOrder({ orderQty: shares(101) }) },
      { notional: "10100", drawdownTier2Notional: "10000" },
    ],
  },
  needs: {
    equity: [{ peakEquity: undefined }, { equity: undefined }],
    notional: { drawdownTier: 2, refPx: undefined },
  },
  exit: "passes",
  waived: { drawdownTier2: "waived" },
});
