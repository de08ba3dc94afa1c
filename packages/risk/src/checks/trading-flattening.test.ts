import { holdsTo } from "../test-laws.ts";
import { tradingFlattening } from "./trading-flattening.ts";

holdsTo(tradingFlattening, {
  limits: {},
  passes: {
    ACTIVE: { tradingState: "ACTIVE" },
    "REDUCING, which is another check's": { tradingState: "REDUCING" },
    "HALTED, which is another check's": { tradingState: "HALTED" },
    "LOCKED, which is another check's": { tradingState: "LOCKED" },
  },
  denies: { "all while FLATTENING": [{ tradingState: "FLATTENING" }, { state: "FLATTENING" }] },
  exit: "is asked",
});
