import type { TradingState } from "@bowline/contracts";
import { expect, it } from "vitest";
import { stateForbids } from "./state-forbids.ts";

const order = { accountId: "DU1", group: "tech", strategy: "demo", symbol: "AAPL" };
const forbids = (killed: TradingState, gate: TradingState, reduces = false, closes = false) =>
  stateForbids({ kill: { stateOf: () => killed }, gateStates: { stateOf: () => gate } }, order, { reduces, closes });

it.each<[TradingState, TradingState, boolean, string | undefined]>([
  ["ACTIVE", "ACTIVE", false, undefined],
  ["HALTED", "ACTIVE", false, "killed"],
  ["HALTED", "ACTIVE", true, "killed"],
  ["ACTIVE", "HALTED", true, "trading is HALTED"],
  ["REDUCING", "ACTIVE", false, "killed"],
  ["REDUCING", "REDUCING", true, undefined],
  ["ACTIVE", "REDUCING", false, "trading is REDUCING"],
  ["REDUCING", "LOCKED", true, "trading is LOCKED"],
  ["ACTIVE", "FLATTENING", true, "trading is FLATTENING"],
])("killed to %s, the gate says %s, reduces %s: %s", (killed, gate, reduces, why) =>
  expect(forbids(killed, gate, reduces)).toBe(why),
);

it.each<[TradingState, TradingState, string | undefined]>([
  ["ACTIVE", "FLATTENING", undefined],
  ["FLATTENING", "ACTIVE", undefined],
  // Whatever else is halted: FLATTENING is stricter, and goes on.
  ["HALTED", "FLATTENING", undefined],
  ["FLATTENING", "HALTED", undefined],
  ["LOCKED", "FLATTENING", "killed"],
  ["FLATTENING", "LOCKED", "killed"],
  ["ACTIVE", "HALTED", "trading is HALTED"],
])("of the gate's own closing orders: killed to %s, the gate says %s: %s", (killed, gate, why) =>
  expect(forbids(killed, gate, true, true)).toBe(why),
);
