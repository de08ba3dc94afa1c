import { holdsTo } from "../test-laws.ts";
import { cash, ratio } from "../test-view.ts";
import { betaLimit } from "./beta-limit.ts";

holdsTo(betaLimit, {
  limits: { maxBetaExposure: { SPY: ratio("0.5") } },
  passes: { "half of the equity": { betaExposureOn: () => cash("12500") } },
  denies: {
    "a cent more": [{ betaExposureOn: () => cash("12500.01") }, { betaSPY: "12500.01", maxBetaExposure: "12500" }],
  },
  needs: { betaSPY: { betaExposureOn: () => undefined }, equity: { equity: undefined } },
  exit: "passes",
  waived: { maxBetaExposure: "waived" },
});
