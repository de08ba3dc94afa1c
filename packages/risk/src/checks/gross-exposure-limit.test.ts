import { holdsTo } from "../test-laws.ts";
import { cash, ratio } from "../test-view.ts";
import { grossExposureLimit } from "./gross-exposure-limit.ts";

holdsTo(grossExposureLimit, {
  limits: { maxGrossExposure: ratio("0.5") },
  passes: { "half of the equity": { worstGross: cash("12500") } },
  denies: {
    "a cent more": [{ worstGross: cash("12500.01") }, { grossExposure: "12500.01", maxGrossExposure: "12500" }],
    "anything without equity left": [{ equity: cash("0") }, { grossExposure: "10000", maxGrossExposure: "0" }],
  },
  needs: { grossExposure: { worstGross: undefined }, equity: { equity: undefined } },
  exit: "passes",
  waived: { maxGrossExposure: "waived" },
});
