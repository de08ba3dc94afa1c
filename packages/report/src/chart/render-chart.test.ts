import { Script } from "node:vm";
import { us } from "@bowline/kernel";
import { expect, test } from "vitest";
import { chartScript, renderChart } from "./render-chart.ts";
import type { SessionChart } from "./session-chart.ts";

const OPEN_US = 1_709_562_600_000_000;
const chart: SessionChart = {
  symbol: "AAPL",
  date: "2024-03-04",
  bars: [1, 2].map((minute) => ({
    closeUs: us(OPEN_US + minute * 60_000_000),
    ...{ open: 100, high: 101, low: 99, close: 100.5, volume: 10 },
  })),
  lines: [{ name: "mean", title: "mean: sma(2)", isPrice: true, values: [null, 100.25] }],
  orders: [],
  fills: [
    { atUs: us(OPEN_US + 90_000_000), clOrdId: "</script><b>", execId: "E", side: "BUY", lastQty: 10, lastPx: 100 },
  ],
};

test("is one page that asks no network, whatever texts it holds", () => {
  const page = renderChart(chart);
  expect(page).toContain("<title>AAPL 2024-03-04 – Bowline chart</title>");
  expect(page).not.toMatch(/<(?:script|link|img)[^>]+(?:src|href)=/);
  expect(page).not.toContain("</script><b>");
  expect(page.match(/<script>/g)).toHaveLength(3);
});

test("stamps candles with their start in New York's time, and a fill with its candle", () => {
  const [, text = ""] = /const CHART = (.*);\n/.exec(renderChart(chart)) ?? [];
  const drawn = JSON.parse(text) as { candles: number[][]; fills: { time: number }[]; lines: { points: unknown[] }[] };
  expect(new Date((drawn.candles[0]?.[0] ?? 0) * 1000).toISOString()).toBe("2024-03-04T09:30:00.000Z");
  expect(drawn.fills[0]?.time).toBe(drawn.candles[1]?.[0]);
  expect(drawn.lines[0]?.points).toEqual([
    { time: drawn.candles[0]?.[0] },
    { time: drawn.candles[1]?.[0], value: 100.25 },
  ]);
});

test("has a script that parses", () => {
  expect(() => new Script(chartScript())).not.toThrow();
});
