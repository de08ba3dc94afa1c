import { holdsTo } from "../test-laws.ts";
import { limitChangeUnsigned } from "./limit-change-unsigned.ts";

holdsTo(limitChangeUnsigned, {
  limits: {},
  passes: { "the limits of the session's start": {} },
  denies: {
    "looser ones": [{ loosenedLimits: ["maxOrderQty", "maxDailyLoss"] }, { loosened: "maxOrderQty maxDailyLoss" }],
  },
  exit: "passes",
});
