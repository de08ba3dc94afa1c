import { at } from "@bowline/testkit";
import { expect, it } from "vitest";
import { learnGate, learnTradingState } from "./learn-trading-state.ts";
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

it("takes a gate that is heard and has said nothing for one that lets everything through", () => {
  const desk = { state: {} } as Desk;
  learnGate(desk, { kind: "control.heartbeat", source: "portfolio", clockUs: at(1) });
  expect(desk.state.tradingState).toBeUndefined();
  learnGate(desk, { kind: "control.heartbeat", source: "risk-gate", clockUs: at(1) });
  expect(desk.state.tradingState).toBe("ACTIVE");
  desk.state.tradingState = "HALTED";
  learnGate(desk, { kind: "control.heartbeat", source: "risk-gate", clockUs: at(2) });
  expect(desk.state.tradingState).toBe("HALTED");
});
