import { us } from "@bowline/kernel";
import { at } from "@bowline/testkit";
import { expect, it } from "vitest";
import { candlesOf } from "./candles.ts";
import { chartSeconds } from "./chart-time.ts";
import { equityRows } from "./equity-rows.ts";

const bars = (count: number) =>
  Array.from({ length: count }, (_, n) => ({
    closeUs: at(60 * (n + 1)),
    open: n,
    high: n + 2,
    low: n - 1,
    close: n + 1,
    volume: 10,
  }));

it("draws each minute as one candle while there are few", () => {
  expect(candlesOf(bars(2))).toEqual([
    [chartSeconds(at(0)), 0, 2, -1, 1, 10],
    [chartSeconds(at(60)), 1, 3, 0, 2, 10],
  ]);
  expect(candlesOf([])).toEqual([]);
});
it("draws neighbours as one candle where there are many", () => {
  const candles = candlesOf(bars(6001));
  expect(candles).toHaveLength(3001);
  expect(candles[0]).toEqual([chartSeconds(at(0)), 0, 3, -1, 2, 20]);
  expect(candles.at(-1)).toEqual([chartSeconds(at(360_000)), 6000, 6002, 5999, 6001, 10]);
});
it("keeps the depth of every fall of a long equity curve", () => {
  const points = Array.from({ length: 20_000 }, (_, n) => ({
    atUs: at(n),
    equity: (n === 7777 ? 1_000_000 : 2_000_000) as never,
  }));
  const rows = equityRows(points);
  expect(rows.length).toBeLessThanOrEqual(4000);
  expect(Math.min(...rows.map(([, , drawdown]) => drawdown))).toBe(-0.5);
  expect(rows.at(-1)?.[0]).toBe(chartSeconds(at(19_999)));
});
it("reads New York's time as if it were UTC, in summer and in winter", () => {
  const seconds = (iso: string) => us(Date.parse(iso) * 1000);
  expect(chartSeconds(seconds("2013-10-04T13:30:00Z"))).toBe(Date.parse("2013-10-04T09:30:00Z") / 1000);
  expect(chartSeconds(seconds("2013-12-04T14:30:00Z"))).toBe(Date.parse("2013-12-04T09:30:00Z") / 1000);
});
