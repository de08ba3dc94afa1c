import { holdsTo } from "../test-laws.ts";
import { cash, ratio } from "../test-view.ts";
import { netExposureLimit } from "./net-exposure-limit.ts";

holdsTo(netExposureLimit, {
  limits: { maxNetExposure: ratio("0.5") },
  passes: { "half of the equity": { worstNet: cash("12500") } },
  denies: {
    "a cent more": [{ worstNet: cash("12500.01") }, { netExposure: "12500.01", maxNetExposure: "12500" }],
    "anything without equity left": [{ equity: cash("0") }, { netExposure: "10000", maxNetExposure: "0" }],
  },
  needs: { netExposure: { worstNet: undefined }, equity: { equity: undefined } },
  exit: "passes",
  waived: { maxNetExposure: "waived" },
});
