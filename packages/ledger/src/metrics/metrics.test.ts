import { money, px, shares, us } from "@bowline/kernel";
import { describe, expect, it } from "vitest";
import type { Trade } from "../trade.ts";
import { METRICS } from "./index.ts";

const trade = (netPnl: number, minutes: number): Trade => ({
  symbol: "AAA",
  strategy: "s",
  direction: "LONG",
  entryUs: us(1),
  exitUs: us(1 + minutes * 60_000_000),
  quantity: shares(1),
  entryPx: px(1),
  exitPx: px(1),
  realizedPnl: money(netPnl),
  commissions: money(0),
  netPnl: money(netPnl),
});
const equity = (...values: number[]) => values.map((value, index) => ({ atUs: us(index + 1), equity: money(value) }));
const valuesOf = (performance: Parameters<(typeof METRICS)[number]["value"]>[0]) =>
  Object.fromEntries(METRICS.map((m) => [m.name, m.value(performance)]));

describe("the statistics", () => {
  it("have no meaning without trades, but counts", () => {
    expect(valuesOf({ trades: [], equity: [] })).toEqual({
      tradeCount: 0,
      winRate: undefined,
      profitFactor: undefined,
      expectancy: undefined,
      averageWin: undefined,
      averageLoss: undefined,
      longestLosingStreak: 0,
      averageHoldingMinutes: undefined,
      maxDrawdown: undefined,
      maxDrawdownMoney: undefined,
    });
  });
  it("are those of a hand-checked run", () => {
    const trades = [trade(30, 1), trade(-10, 2), trade(-20, 3), trade(0, 2), trade(-5, 1), trade(60, 3)];
    expect(valuesOf({ trades, equity: equity(100, 130, 120, 100, 95, 155) })).toEqual({
      tradeCount: 6,
      winRate: 2 / 6,
      profitFactor: 90 / 35,
      expectancy: 9,
      averageWin: 45,
      averageLoss: -12,
      longestLosingStreak: 2,
      averageHoldingMinutes: 2,
      maxDrawdown: 35 / 130,
      maxDrawdownMoney: 35,
    });
  });
  it("call a run without a loss a draw-down of 0, and leave the profit factor open", () => {
    expect(valuesOf({ trades: [trade(5, 1)], equity: equity(1, 2, 3) })).toMatchObject({
      profitFactor: undefined,
      maxDrawdown: 0,
      maxDrawdownMoney: 0,
      averageLoss: undefined,
    });
  });
});
