import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fillPage, joinModules } from "./page-parts.ts";
import type { ReportPage } from "./report-page.ts";

/** The page's own script in the order in which one part needs the other: its modules become one scope. */
const BROWSER_PARTS = [
  "dom",
  "format",
  "chart",
  "header",
  "tiles",
  "cards",
  "equity-chart",
  "candle-chart",
  "trade-table",
  "main",
];

export const pageScript = (): string =>
  joinModules(BROWSER_PARTS.map((name) => join(import.meta.dirname, `browser/${name}.js`)));

const beside = (name: string): string => readFileSync(join(import.meta.dirname, name), "utf8");

/**
 * The report of a run as one HTML file that holds everything it needs and asks no network: equity and draw-down, trades,
 * denials by code, and each symbol's candles with its entries and exits.
 */
export function renderReport(page: ReportPage): string {
  return fillPage({
    html: beside("page.html"),
    css: beside("page.css"),
    title: page.title,
    name: "REPORT",
    content: page,
    script: pageScript(),
  });
}
