import type { Event, TradingState } from "@bowline/contracts";
import { expect, it } from "vitest";
import { makeGateStates } from "./gate-states.ts";

const said = (scope: string, state: TradingState): { readonly event: Event } => ({
  event: { kind: "risk.trading-state", scope, state, reason: "r" },
});
const order = { accountId: "DU1", group: "tech", strategy: "demo", symbol: "AAPL" };

it("binds an order by the strictest of what the gate last said of its scopes", () => {
  const states = makeGateStates();
  expect(states.stateOf(order)).toBe("ACTIVE");
  states.observe(said("group:tech", "HALTED"));
  states.observe(said("strategy:demo", "REDUCING"));
  states.observe(said("MSFT", "LOCKED"));
  expect(states.stateOf(order)).toBe("HALTED");
  expect(states.stateOf({ ...order, group: "banks" })).toBe("REDUCING");
  states.observe(said("group:tech", "ACTIVE"));
  expect(states.stateOf(order)).toBe("REDUCING");
});
