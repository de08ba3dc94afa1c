import { shares } from "@bowline/kernel";
import { anOrder } from "@bowline/testkit";
import { holdsTo } from "../test-laws.ts";
import { cash, ratio } from "../test-view.ts";
import { drawdownTier1 } from "./drawdown-tier-1.ts";

holdsTo(drawdownTier1, {
  limits: {
    drawdownTier1: ratio("0.05"),
    drawdownTier1Size: 500_000,
    drawdownTier1Notional: cash("10000"),
    drawdownRecovery: ratio("0.02"),
  },
  passes: {
    "an entry at the limit of the tier": { drawdownTier: 1 },
    "a larger one in another tier": { drawdownTier: 2, order: anOrder({ orderQty: shares(101) }) },
  },
  denies: {
    "a larger entry in the tier": [
      { drawdownTier: 1, order: anOrder({ orderQty: shares(101) }) },
      { notional: "10100", drawdownTier1Notional: "10000" },
    ],
  },
  needs: {
    equity: [{ peakEquity: undefined }, { equity: undefined }],
    notional: { drawdownTier: 1, refPx: undefined },
  },
  exit: "passes",
  waived: { drawdownTier1: "waived" },
});
