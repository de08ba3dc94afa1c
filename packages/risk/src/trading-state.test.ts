import type { TradingState } from "@bowline/contracts";
import { expect, it } from "vitest";
import { tradingStateOf } from "./trading-state.ts";

const stateOf = (...pairs: [string, TradingState][]) => tradingStateOf(new Map(pairs), "AAPL");

it("is the stricter of the global state and the symbol's", () => {
  expect(stateOf()).toBe("ACTIVE");
  expect(stateOf(["global", "REDUCING"])).toBe("REDUCING");
  expect(stateOf(["global", "REDUCING"], ["AAPL", "HALTED"])).toBe("HALTED");
  expect(stateOf(["global", "HALTED"], ["AAPL", "REDUCING"])).toBe("HALTED");
  expect(stateOf(["IBM", "HALTED"])).toBe("ACTIVE");
});
