import { holdsTo } from "../test-laws.ts";
import { tradingHalted } from "./trading-halted.ts";

holdsTo(tradingHalted, {
  limits: {},
  passes: {
    ACTIVE: { tradingState: "ACTIVE" },
    "REDUCING, which is another check's": { tradingState: "REDUCING" },
    "FLATTENING, which is another check's": { tradingState: "FLATTENING" },
    "LOCKED, which is another check's": { tradingState: "LOCKED" },
  },
  denies: { "all while HALTED": [{ tradingState: "HALTED" }, { state: "HALTED" }] },
  exit: "is asked",
});
