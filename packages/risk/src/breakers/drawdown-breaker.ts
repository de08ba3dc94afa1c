import { drawdownTier3 as drawdownTier3Check } from "../checks/drawdown-tier-3.ts";
import { shown, WAIVED } from "../limits/limit.ts";
import { calm, over } from "../breaking/measure.ts";
import { defineBreaker } from "../breaking/define-breaker.ts";

/** Halts everything in the third tier of the drawdown. A resume takes it to the second. */
export const drawdownBreaker = defineBreaker({
  code: "DRAWDOWN_BREAKER",
  doc: "The drawdown from the highest equity is not in its third tier.",
  remedy: "Find out why before you trade on. A resume takes the drawdown to its second tier, with small orders.",
  watches: "SYSTEM",
  trips: "HALTED",
  inSession: false,
  limits: {
    drawdownTier3: drawdownTier3Check.limits.drawdownTier3,
  },
  look: ({ drawdownTier }, { drawdownTier3 }) => {
    if (drawdownTier3 === WAIVED) return calm;
    if (drawdownTier === undefined) return over({ missing: "equity" });
    return drawdownTier >= 3 ? over({ tier: String(drawdownTier), drawdownTier3: shown(drawdownTier3) }) : calm;
  },
});
