import { drawdownVerdict } from "../drawdown-verdict.ts";
import { defineCheck } from "../define-check.ts";
import { moneyLimit, ratioLimit } from "../limits/limit.ts";

/** Denies entries that are too large for tier 2 of the drawdown. */
export const drawdownTier2 = defineCheck({
  code: "DRAWDOWN_TIER_2",
  doc: "The second tier of the drawdown: entries are smaller still.",
  remedy: "Trade smaller until the drawdown has eased for a full session.",
  exemptsReducing: true,
  limits: {
    drawdownTier2: ratioLimit("Drawdown from the highest equity at which the tier begins.", {
      careful: "0.08",
      normal: "0.15",
    }),
    drawdownTier2Size: ratioLimit("Part of its quantity that an entry keeps in the tier: the gate cuts the order.", {
      careful: "0.25",
      normal: "0.25",
    }),
    drawdownTier2Notional: moneyLimit("The most that an entry is worth in the tier.", {
      careful: 0.0625,
      normal: 0.125,
    }),
  },
  check: (view, limits) => drawdownVerdict(view, 2, { most: limits.drawdownTier2Notional, from: limits.drawdownTier2 }),
});
