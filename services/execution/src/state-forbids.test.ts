import type { TradingState } from "@bowline/contracts";
import { expect, it } from "vitest";
import { stateForbids } from "./state-forbids.ts";

const RESUMED_SEQ = 7;
const order = { accountId: "DU1", group: "tech", strategy: "demo", symbol: "AAPL" };
const forbids = (killed: TradingState, gate: TradingState, reduces = false, closes = false) =>
  stateForbids(
    { kill: { stateOf: () => killed, resumedSeq: () => RESUMED_SEQ }, gateStates: { stateOf: () => gate } },
    order,
    { reduces, closes, approvedSeq: RESUMED_SEQ + 1 },
  );

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

it("an entry that was approved before the last resume does not follow it; what only takes from a position does", () => {
  const isActive = (): TradingState => "ACTIVE";
  const active = { kill: { stateOf: isActive, resumedSeq: () => RESUMED_SEQ }, gateStates: { stateOf: isActive } };
  const at = (approvedSeq: number, reduces = false) => stateForbids(active, order, { reduces, approvedSeq });
  expect([at(6), at(8), at(6, true)]).toEqual(["approved before trading was resumed", undefined, undefined]);
});
