import { holdsTo } from "../test-laws.ts";
import { tradingStateReducing } from "./trading-state-reducing.ts";

holdsTo(tradingStateReducing, {
  limits: {},
  passes: { ACTIVE: { tradingState: "ACTIVE" } },
  denies: { "what does not reduce while REDUCING": [{ tradingState: "REDUCING" }, { state: "REDUCING" }] },
  exit: "passes",
});
