import { holdsTo } from "../test-laws.ts";
import { cash, ratio } from "../test-view.ts";
import { groupLimit } from "./group-limit.ts";

holdsTo(groupLimit, {
  limits: { maxGroupExposure: ratio("0.5") },
  passes: { "half of the equity": { worstGroup: cash("12500") } },
  denies: {
    "a cent more": [{ worstGroup: cash("12500.01") }, { groupExposure: "12500.01", maxGroupExposure: "12500" }],
    "anything without equity left": [{ equity: cash("0") }, { groupExposure: "10000", maxGroupExposure: "0" }],
  },
  needs: { groupExposure: { worstGroup: undefined }, equity: { equity: undefined } },
  exit: "passes",
  waived: { maxGroupExposure: "waived" },
});
