import { holdsTo } from "../test-laws.ts";
import { cash, ratio } from "../test-view.ts";
import { strategyLimit } from "./strategy-limit.ts";

holdsTo(strategyLimit, {
  limits: { maxStrategyExposure: ratio("0.5") },
  passes: { "half of the equity": { worstStrategy: cash("12500") } },
  denies: {
    "a cent more": [
      { worstStrategy: cash("12500.01") },
      { strategyExposure: "12500.01", maxStrategyExposure: "12500" },
    ],
    "anything without equity left": [{ equity: cash("0") }, { strategyExposure: "10000", maxStrategyExposure: "0" }],
  },
  needs: { strategyExposure: { worstStrategy: undefined }, equity: { equity: undefined } },
  exit: "passes",
  waived: { maxStrategyExposure: "waived" },
});
