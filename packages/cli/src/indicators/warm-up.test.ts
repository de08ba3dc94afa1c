import { expect, test } from "vitest";
import { daysOf, warmUpOf } from "./warm-up.ts";

const of = (indicator: string, params: Record<string, number>) =>
  warmUpOf("it", { spec: { indicator, params }, timeframe: "1m" });

test("a window has no error left once it is full", () => {
  expect(of("sma", { period: 30 })).toMatchObject({ bars: 30, days: 1, errorLeft: 0, barsTo1e6: 30 });
});

test("an average that fades has one, and more bars take it away", () => {
  const { bars, errorLeft, barsTo1e6 } = of("rsi", { period: 14 });
  expect(bars).toBe(15);
  expect(errorLeft).toBeGreaterThan(0.01);
  expect(barsTo1e6).toBeGreaterThan(100);
  expect(barsTo1e6).toBeLessThan(400);
});

test("a sum since the first bar has no level to be wrong about", () => {
  expect(of("obv", {})).toMatchObject({ bars: 1, errorLeft: undefined, barsTo1e6: undefined });
});

test.each([
  [391, "1m", 2],
  [390, "1m", 1],
  [26, "15m", 1],
  [27, "15m", 2],
  [8, "1h", 2],
  [60, "1d", 60],
  [4, "1w", 20],
] as const)("%i bars of %s are in %i sessions", (bars, timeframe, days) => {
  expect(daysOf(bars, timeframe)).toBe(days);
});
