import { expect, it } from "vitest";
import { learnTradingState } from "./learn-trading-state.ts";
import type { Desk } from "./state.ts";

it("keeps what is said of everything, of its symbols, and of its own account, group and strategy", () => {
  const symbol: { tradingState?: string } = {};
  const desk = {
    group: "tech",
    accountId: "DU1",
    strategy: { name: "demo" },
    state: { scopeStates: {} },
    symbols: new Map([["AAPL", symbol]]),
  } as unknown as Desk;
  for (const scope of [
    "global",
    "AAPL",
    "MSFT",
    "account:DU1",
    "account:DU2",
    "group:tech",
    "group:banks",
    "strategy:demo",
  ])
    learnTradingState(desk, { kind: "risk.trading-state", scope, state: "HALTED", reason: "" });
  expect(desk.state.tradingState).toBe("HALTED");
  expect(symbol.tradingState).toBe("HALTED");
  expect(Object.keys(desk.state.scopeStates)).toEqual(["account:DU1", "group:tech", "strategy:demo"]);
});
