import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { ReportPage } from "./report-page.ts";

const chartLibrary = (): string =>
  readFileSync(
    join(
      dirname(fileURLToPath(import.meta.resolve("lightweight-charts"))),
      "lightweight-charts.standalone.production.js",
    ),
    "utf8",
  );

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
  BROWSER_PARTS.map((name) =>
    beside(`browser/${name}.js`)
      .replaceAll(/^import [^;]*;\n/gm, "")
      .replaceAll(/^export /gm, ""),
  ).join("\n");

const beside = (name: string): string => readFileSync(join(import.meta.dirname, name), "utf8");

/** Text that may stand inside a script element, whatever it holds. */
const inScript = (text: string): string => text.replaceAll("</", "<\\/").replaceAll("<!--", "<\\!--");
const jsonInScript = (value: unknown): string =>
  JSON.stringify(value).replaceAll("<", "\\u003c").replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029");
const script = (text: string): string => `<script>\n${text}\n</script>`;
const inHtml = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

/**
 * The report of a run as one HTML file that holds everything it needs and asks no network: equity and draw-down, trades,
 * denials by code, and each symbol's candles with its entries and exits.
 */
export function renderReport(page: ReportPage): string {
  return beside("page.html")
    .replace("{{title}}", () => inHtml(page.title))
    .replace("<!--style-->", () => `<style>\n${beside("page.css")}</style>`)
    .replace("<!--library-->", () => script(inScript(chartLibrary())))
    .replace("<!--data-->", () => script(`const REPORT = ${jsonInScript(page)};`))
    .replace("<!--script-->", () => script(inScript(`(() => {\n"use strict";\n${pageScript()}})();`)));
}
