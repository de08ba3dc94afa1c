import { holdsTo } from "../test-laws.ts";
import { tradingLocked } from "./trading-locked.ts";

holdsTo(tradingLocked, {
  limits: {},
  passes: {
    ACTIVE: { tradingState: "ACTIVE" },
    "REDUCING, which is another check's": { tradingState: "REDUCING" },
    "HALTED, which is another check's": { tradingState: "HALTED" },
    "FLATTENING, which is another check's": { tradingState: "FLATTENING" },
  },
  denies: { "all while LOCKED": [{ tradingState: "LOCKED" }, { state: "LOCKED" }] },
  exit: "is asked",
});
