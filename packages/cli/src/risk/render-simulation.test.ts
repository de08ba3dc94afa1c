import { expect, it } from "vitest";
import { renderSimulation } from "./render-simulation.ts";
import type { Difference, Simulation } from "./simulate.ts";

const NOTHING: Simulation = {
  dates: ["2026-01-05", "2026-01-06"],
  date: undefined,
  held: [{ hash: "a".repeat(64), from: "", by: "" }],
  decided: 3,
  approved: { was: 3, wouldBe: 3 },
  wouldBeDenied: [],
  wouldBeApproved: [],
  wouldBeResized: [],
  unexplained: [],
  byCode: {},
};
const ORDER: Difference = {
  clOrdId: "ORDER1",
  at: "2026-01-05T14:37:00.000Z",
  symbol: "AAPL",
  strategy: "trend",
  side: "BUY",
  orderQty: "10",
  limits: "b".repeat(64),
  was: [],
  wasQty: "10",
  wouldBe: ["NOTIONAL_EXCEEDS_MAX", "SPREAD_TOO_WIDE"],
  wouldBeQty: "",
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
  expect(text).toMatch(/AAPL +trend +BUY +10 +approved 10 +NOTIONAL_EXCEEDS_MAX, SPREAD_TOO_WIDE +b{12} +ORDER1/);
  expect(text).not.toContain("change nothing");
});

it("lists what would be approved with why it was not", () => {
  const denied = { ...ORDER, was: ["OPEN_BLACKOUT"], wasQty: "", wouldBe: [], wouldBeQty: "10" };
  expect(renderSimulation({ ...NOTHING, wouldBeApproved: [denied] })).toMatch(
    /would be approved:\n.*\n.*OPEN_BLACKOUT +approved 10 +b{12} +ORDER1/,
  );
});

it("tells which limits held, and from when on", () => {
  const later = { hash: "c".repeat(64), from: "2026-01-05T15:00:00.000Z", by: "ada" };
  expect(renderSimulation({ ...NOTHING, held: [...NOTHING.held, later] })).toMatch(
    /limits +a{12} held from the start\nlimits +c{12} held from 2026-01-05T15:00:00.000Z, by ada\n/,
  );
});

it("lists what would be approved for less, and apart what is no matter of limits", () => {
  const cut = { ...ORDER, wouldBe: [], wouldBeQty: "4" };
  expect(renderSimulation({ ...NOTHING, wouldBeResized: [cut] })).toMatch(
    /for another quantity:\n.*\n.* approved 10 +approved 4 /,
  );
  const text = renderSimulation({ ...NOTHING, unexplained: [ORDER] });
  expect(text).toContain("these limits change nothing");
  expect(text).toMatch(/not for these limits .*\n.*\n.*ORDER1/);
});
