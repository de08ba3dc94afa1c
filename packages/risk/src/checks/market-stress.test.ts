import { holdsTo } from "../test-laws.ts";
import { ratio } from "../test-view.ts";
import { marketStress } from "./market-stress.ts";

holdsTo(marketStress, {
  limits: { maxIndexDrop: { SPY: ratio("0.05") } },
  passes: {
    "a drop at the limit": { dayMoveOf: () => -ratio("0.05") },
    "a rise": { dayMoveOf: () => ratio("0.2") },
    "the drop of what is no index": { dayMoveOf: (symbol) => (symbol === "SPY" ? 0 : -ratio("0.5")) },
  },
  denies: { "a larger drop": [{ dayMoveOf: () => -ratio("0.050001") }, { dropSPY: "0.050001", maxIndexDrop: "0.05" }] },
  needs: { dropSPY: { dayMoveOf: () => undefined } },
  exit: "passes",
  waived: { maxIndexDrop: "waived" },
});
