import { expect, it } from "vitest";
import { renderSimulation } from "./render-simulation.ts";
import type { Difference, Simulation } from "./simulate.ts";

const NOTHING: Simulation = {
  dates: ["2026-01-05", "2026-01-06"],
  date: undefined,
  decided: 3,
  approved: { was: 3, wouldBe: 3 },
  wouldBeDenied: [],
  wouldBeApproved: [],
  byCode: {},
};
const ORDER: Difference = {
  clOrdId: "ORDER1",
  at: "2026-01-05T14:37:00.000Z",
  symbol: "AAPL",
  strategy: "trend",
  side: "BUY",
  orderQty: "10",
  was: [],
  wouldBe: ["NOTIONAL_EXCEEDS_MAX", "SPREAD_TOO_WIDE"],
};

it("says that limits change nothing, and of which sessions", () => {
  const text = renderSimulation(NOTHING);
  expect(text).toContain("session   2026-01-05, 2026-01-06\n");
  expect(text).toContain("these limits change nothing");
  expect(renderSimulation({ ...NOTHING, date: "2026-01-06" })).toContain("session   2026-01-06\n");
});

it("lists each order with every check that would deny it, and how often each would", () => {
  const text = renderSimulation({
    ...NOTHING,
    approved: { was: 3, wouldBe: 2 },
    wouldBeDenied: [ORDER],
    byCode: { NOTIONAL_EXCEEDS_MAX: 1, SPREAD_TOO_WIDE: 1 },
  });
  expect(text).toContain("orders    3, 3 approved; with these limits 2");
  expect(text).toContain("denies    SPREAD_TOO_WIDE: 1");
  expect(text).toMatch(/AAPL +trend +BUY +10 +NOTIONAL_EXCEEDS_MAX, SPREAD_TOO_WIDE +ORDER1/);
  expect(text).not.toContain("change nothing");
});

it("lists what would be approved with why it was not", () => {
  const denied = { ...ORDER, was: ["OPEN_BLACKOUT"], wouldBe: [] };
  expect(renderSimulation({ ...NOTHING, wouldBeApproved: [denied] })).toMatch(
    /would be approved:\n.*\n.*OPEN_BLACKOUT +ORDER1/,
  );
});
