import { holdsTo } from "../test-laws.ts";
import { cash } from "../test-view.ts";
import { dailyLossLimit } from "./daily-loss-limit.ts";

holdsTo(dailyLossLimit, {
  limits: { maxDailyLoss: cash("250") },
  passes: {
    "a gain": { equity: cash("26000") },
    "a loss that is a millionth smaller": { equity: cash("24750.000001") },
  },
  denies: { "the exact loss": [{ equity: cash("24750") }, { loss: "250", maxDailyLoss: "250" }] },
  needs: { equity: [{ equity: undefined }, { dayStartEquity: undefined }] },
  exit: "passes",
  waived: { maxDailyLoss: "waived" },
});
