import { holdsTo } from "../test-laws.ts";
import { cash, ratio } from "../test-view.ts";
import { sectorLimit } from "./sector-limit.ts";

holdsTo(sectorLimit, {
  limits: { maxSectorExposure: ratio("0.5") },
  passes: { "half of the equity": { worstSector: cash("12500") } },
  denies: {
    "a cent more": [{ worstSector: cash("12500.01") }, { sectorExposure: "12500.01", maxSectorExposure: "12500" }],
    "anything without equity left": [{ equity: cash("0") }, { sectorExposure: "10000", maxSectorExposure: "0" }],
  },
  needs: { sectorExposure: { worstSector: undefined }, equity: { equity: undefined } },
  exit: "passes",
  waived: { maxSectorExposure: "waived" },
});
