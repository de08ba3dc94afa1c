import { readFileSync } from "node:fs";
import { join } from "node:path";
import { US_PER_MINUTE, type Us, addUs } from "@bowline/kernel";
import { chartSeconds } from "../html/chart-time.ts";
import { fillPage, joinModules } from "../html/page-parts.ts";
import type { SessionChart } from "./session-chart.ts";

const REPORT = join(import.meta.dirname, "../html");
const BROWSER_PARTS = ["dom", "format", "chart", "session-chart"];

export const chartScript = (): string => joinModules(BROWSER_PARTS.map((name) => join(REPORT, `browser/${name}.js`)));

/** A symbol's session as one HTML file: candles, volume, indicators, and its orders and fills. */
export const renderChart = (chart: SessionChart): string =>
  fillPage({
    html: readFileSync(join(import.meta.dirname, "chart.html"), "utf8"),
    css: readFileSync(join(REPORT, "page.css"), "utf8"),
    title: `${chart.symbol} ${chart.date}`,
    name: "CHART",
    content: pageOf(chart),
    script: chartScript(),
  });

/** Times as the chart library takes them: a bar at its start, the rest on the bar in which it happened. */
function pageOf({ symbol, date, bars, lines, orders, fills }: SessionChart) {
  const starts = bars.map(({ closeUs }) => chartSeconds(addUs(closeUs, -US_PER_MINUTE)));
  const barAt = (atUs: Us): number => {
    const time = chartSeconds(addUs(atUs, -1));
    return starts.findLast((start) => start <= time) ?? starts[0] ?? time;
  };
  return {
    symbol,
    date,
    candles: bars.map(({ open, high, low, close, volume }, index) => [starts[index], open, high, low, close, volume]),
    lines: lines.map(({ title, isPrice, values }) => ({
      title,
      isPrice,
      points: values.map((value, index) => (value === null ? { time: starts[index] } : { time: starts[index], value })),
    })),
    orders: orders.map(({ atUs, ...order }) => ({ ...order, at: chartSeconds(atUs), time: barAt(atUs) })),
    fills: fills.map(({ atUs, ...fill }) => ({ ...fill, at: chartSeconds(atUs), time: barAt(atUs) })),
  };
}
