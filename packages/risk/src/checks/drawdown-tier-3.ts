import { drawdownVerdict } from "../drawdown-verdict.ts";
import { ZERO_MONEY } from "@bowline/kernel";
import { defineCheck } from "../define-check.ts";
import { ratioLimit } from "../limits/limit.ts";

/** Denies every entry in the deepest tier of the drawdown, until a person resumes. */
export const drawdownTier3 = defineCheck({
  code: "DRAWDOWN_TIER_3",
  doc: "The third tier of the drawdown: no entries.",
  remedy: "Find out what went wrong; then `./bowline resume --scope global` goes on in the second tier.",
  exemptsReducing: true,
  limits: {
    drawdownTier3: ratioLimit("Drawdown from the highest equity at which entries end until a person resumes.", {
      careful: "0.12",
      normal: "0.2",
    }),
  },
  check: (view, limits) => drawdownVerdict(view, 3, { most: ZERO_MONEY, from: limits.drawdownTier3 }),
});
