import { holdsTo } from "../test-laws.ts";
import { ratio } from "../test-view.ts";
import { volatilityHalt } from "./volatility-halt.ts";

holdsTo(volatilityHalt, {
  limits: { maxFiveMinuteMove: ratio("0.04"), maxMinuteSigmas: ratio("4") },
  passes: { "both at their limit": { fiveMinuteMove: ratio("0.04"), minuteSigmas: ratio("4") } },
  denies: {
    "a larger move": [{ fiveMinuteMove: ratio("0.040001") }, { fiveMinuteMove: "0.040001", maxFiveMinuteMove: "0.04" }],
    "a minute out of line": [{ minuteSigmas: ratio("4.000001") }, { minuteSigmas: "4.000001", maxMinuteSigmas: "4" }],
  },
  needs: {
    fiveMinuteMove: { fiveMinuteMove: undefined },
    minuteSigmas: { minuteSigmas: undefined },
    "fiveMinuteMove minuteSigmas": { fiveMinuteMove: undefined, minuteSigmas: undefined },
  },
  exit: "passes",
  waived: { maxFiveMinuteMove: "waived", maxMinuteSigmas: "waived" },
});
