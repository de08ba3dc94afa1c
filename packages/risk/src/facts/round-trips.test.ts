import { money, qty, shares } from "@bowline/kernel";
import { at } from "@bowline/testkit";
import { describe, expect, it } from "vitest";
import {
  beginSession,
  dayTradesWith,
  heldBy,
  holdMovement,
  makeRoundTrips,
  strategyAgainst,
  streakOf,
} from "./round-trips.ts";

const trade = (
  quantity: number,
  dollarsEach: number,
  changes: { strategy?: string; symbol?: string; day?: string } = {},
) => ({
  strategy: changes.strategy ?? "demo",
  symbol: changes.symbol ?? "AAPL",
  quantity: qty(quantity * 1_000_000),
  cash: money(-quantity * dollarsEach * 1_000_000),
  atUs: at(60),
  sessionDate: changes.day ?? "2013-10-04",
});
const after = (...trades: ReturnType<typeof trade>[]) => {
  const trips = makeRoundTrips();
  for (const movement of trades) holdMovement(trips, movement);
  return trips;
};

describe("a round trip", () => {
  it("ends when nothing is held, at average cost, and counts as a loss below it", () => {
    const lost = after(trade(100, 10), trade(100, 12), trade(-50, 10), trade(-150, 10.9));
    expect(streakOf(lost.bySymbol, "AAPL")).toEqual({ losses: 1, lastUs: at(60) });
    const even = after(trade(100, 10), trade(100, 12), trade(-200, 11));
    expect(streakOf(even.bySymbol, "AAPL").losses).toBe(0);
    expect(even.open.size).toBe(0);
  });
  it("counts a short sale the other way round", () => {
    expect(streakOf(after(trade(-100, 10), trade(100, 10.01)).byStrategy, "demo").losses).toBe(1);
    expect(streakOf(after(trade(-100, 10), trade(100, 9.99)).byStrategy, "demo").losses).toBe(0);
  });
  it("that turns begins another one with what is left", () => {
    const turned = after(trade(100, 10), trade(-150, 9));
    expect([...heldBy(turned, "demo")]).toEqual([["AAPL", shares(-50)]]);
    expect(heldBy(turned, "other").size).toBe(0);
    holdMovement(turned, trade(50, 8));
    expect(streakOf(turned.bySymbol, "AAPL").losses).toBe(0);
    expect(turned.open.size).toBe(0);
  });
});

it("counts losses in a row until a gain, by symbol and by strategy", () => {
  const loss = (symbol: string) => [trade(100, 10, { symbol }), trade(-100, 9, { symbol })];
  const trips = after(...loss("AAPL"), ...loss("AAPL"), ...loss("MSFT"));
  expect([streakOf(trips.bySymbol, "AAPL").losses, streakOf(trips.byStrategy, "demo").losses]).toEqual([2, 3]);
  holdMovement(trips, trade(100, 10));
  holdMovement(trips, trade(-100, 11));
  expect([streakOf(trips.bySymbol, "AAPL").losses, streakOf(trips.bySymbol, "MSFT").losses]).toEqual([0, 1]);
  expect(streakOf(trips.byStrategy, "demo").losses).toBe(0);
  expect(trips.lossUs.get("AAPL")).toBe(at(60));
});

it("counts day trades over five sessions, with those that what was opened today may become", () => {
  const trips = makeRoundTrips();
  for (const day of ["1", "2", "3"]) {
    beginSession(trips, day);
    holdMovement(trips, trade(100, 10, { day }));
    holdMovement(trips, trade(-100, 10, { day }));
  }
  expect(dayTradesWith(trips, "AAPL", "3")).toBe(4);
  holdMovement(trips, trade(1, 10, { day: "3", symbol: "MSFT" }));
  expect([dayTradesWith(trips, "AAPL", "3"), dayTradesWith(trips, "MSFT", "3")]).toEqual([5, 4]);
  for (const day of ["4", "5", "6"]) beginSession(trips, day);
  expect(dayTradesWith(trips, "AAPL", "6")).toBe(3);
  holdMovement(trips, trade(-1, 10, { day: "6", symbol: "MSFT" }));
  expect(dayTradesWith(trips, "AAPL", "6")).toBe(3);
});

it("knows another strategy on the other side of a symbol", () => {
  const trips = after(trade(100, 10, { strategy: "fade" }), trade(100, 10, { strategy: "own" }));
  const against = (changes: object) =>
    strategyAgainst(trips, { strategy: "own", symbol: "AAPL", buys: false, ...changes });
  expect([against({}), against({ buys: true }), against({ symbol: "MSFT" }), against({ strategy: "fade" })]).toEqual([
    "fade",
    undefined,
    undefined,
    "own",
  ]);
});
