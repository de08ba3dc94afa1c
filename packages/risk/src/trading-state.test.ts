import type { TradingState } from "@bowline/contracts";
import { expect, it } from "vitest";
import { tradingStateOf } from "./trading-state.ts";

const stateOf = (...pairs: [string, TradingState][]) =>
  tradingStateOf(new Map(pairs), { accountId: "DU1", group: "tech", strategy: "demo", symbol: "AAPL" });

it("is the strictest of every scope that an order is in", () => {
  expect(stateOf()).toBe("ACTIVE");
  expect(stateOf(["global", "REDUCING"])).toBe("REDUCING");
  expect(stateOf(["global", "REDUCING"], ["AAPL", "HALTED"])).toBe("HALTED");
  expect(stateOf(["global", "HALTED"], ["AAPL", "REDUCING"])).toBe("HALTED");
  for (const scope of ["account:DU1", "group:tech", "strategy:demo"]) expect(stateOf([scope, "HALTED"])).toBe("HALTED");
  for (const scope of ["IBM", "account:DU2", "group:banks", "strategy:fade"])
    expect(stateOf([scope, "HALTED"])).toBe("ACTIVE");
});
