import { drawdownVerdict } from "../drawdown-verdict.ts";
import { defineCheck } from "../define-check.ts";
import { moneyLimit, ratioLimit } from "../limits/limit.ts";

/** Denies entries that are too large for tier 1 of the drawdown. */
export const drawdownTier1 = defineCheck({
  code: "DRAWDOWN_TIER_1",
  doc: "The first tier of the drawdown: entries are smaller.",
  remedy: "Trade smaller until the drawdown has eased for a full session.",
  exemptsReducing: true,
  limits: {
    drawdownTier1: ratioLimit("Drawdown from the highest equity at which the tier begins.", {
      careful: "0.05",
      normal: "0.1",
    }),
    drawdownTier1Size: ratioLimit("Part of its quantity that an entry keeps in the tier: the gate cuts the order.", {
      careful: "0.5",
      normal: "0.5",
    }),
    drawdownTier1Notional: moneyLimit("The most that an entry is worth in the tier.", {
      careful: 0.125,
      normal: 0.25,
    }),
    drawdownRecovery: ratioLimit(
      "A tier ends when the drawdown is less deep by so much, after a full session.",
      { careful: "0.02", normal: "0.02" },
      "least",
    ),
  },
  check: (view, limits) => drawdownVerdict(view, 1, { most: limits.drawdownTier1Notional, from: limits.drawdownTier1 }),
});
