import { us } from "@bowline/kernel";
import type { SessionChart } from "@bowline/report";
import picocolors from "picocolors";
import { expect, test } from "vitest";
import { drawChart } from "./draw-chart.ts";

const OPEN_US = 1_709_562_600_000_000;
const plain = picocolors.createColors(false);

/** Minutes that open where the one before closed, with a wick of a dollar on either side. */
const chartOf = (closes: readonly number[]): SessionChart => ({
  symbol: "AAPL",
  date: "2024-03-04",
  bars: closes.map((close, index) => {
    const open = closes[index - 1] ?? 100;
    const closeUs = us(OPEN_US + (index + 1) * 60_000_000);
    return { closeUs, open, close, high: Math.max(open, close) + 1, low: Math.min(open, close) - 1, volume: index + 1 };
  }),
  lines: [{ name: "mean", title: "mean: sma(2)", isPrice: true, values: closes.map(() => 104) }],
  orders: [],
  fills: [
    { atUs: us(OPEN_US + 60_000_000), clOrdId: "C", execId: "1", side: "BUY", lastQty: 1, lastPx: 100 },
    { atUs: us(OPEN_US + 150_000_000), clOrdId: "C", execId: "2", side: "SELL", lastQty: 1, lastPx: 100 },
  ],
});

const GOLDEN: readonly string[] = [
  "AAPL 2024-03-04  100.00 → 105.00 (+5.00 %)  15 shares  0 orders, 2 fills",
  " ││   ┤   106.38",
  " ┃█ ╽ │",
  "╷┃█·┃ │",
  "┃│█│┃ │",
  "┃ │█┃ ┤   101.38",
  "╿  █┃ │",
  "╵  █┃ │",
  "   ││ ┤    97.63",
  "▲ ▼   │ ▲▼ ∘",
  "   ▃█ ┤        5",
  " ▂▆██ │",
  "▅████ │",
  "09:30",
  "· mean: sma(2) = 104.00",
];

test("draws rising candles thin and falling ones as blocks, fills, volume, times and indicators", () => {
  expect(drawChart(chartOf([103, 106, 102, 98, 105]), { width: 40, height: 15 }, plain).split("\n")).toEqual(GOLDEN);
});

test.each([40, 80, 200])("fits %i columns, whatever the session's length", (width) => {
  const closes = Array.from({ length: 390 }, (_, minute) => 100 + 5 * Math.sin(minute / 20));
  const lines = drawChart(chartOf(closes), { width, height: 24 }, plain).split("\n");
  expect(lines.slice(1, -1).filter((line) => line.length > width)).toEqual([]);
  expect(lines).toHaveLength(24);
});

test("a session that never moved is drawn in the middle", () => {
  const flat = chartOf([100]);
  const bars = flat.bars.map((bar) => ({ ...bar, high: 100, low: 100 }));
  const [, ...rows] = drawChart({ ...flat, bars, lines: [] }, { width: 40, height: 16 }, plain).split("\n");
  expect(rows.findIndex((row) => /^[╹╻┃]/.test(row))).toBe(4);
});
