import { holdsTo } from "../test-laws.ts";
import { cash, ratio } from "../test-view.ts";
import { concentrationLimit } from "./concentration-limit.ts";

holdsTo(concentrationLimit, {
  limits: { maxConcentration: ratio("0.5") },
  passes: { "half of the equity": { worstSymbol: cash("12500") } },
  denies: {
    "a cent more": [{ worstSymbol: cash("12500.01") }, { concentration: "12500.01", maxConcentration: "12500" }],
    "anything without equity left": [{ equity: cash("0") }, { concentration: "10000", maxConcentration: "0" }],
  },
  needs: { concentration: { worstSymbol: undefined }, equity: { equity: undefined } },
  exit: "passes",
  waived: { maxConcentration: "waived" },
});
