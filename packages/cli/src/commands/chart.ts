import { writeFileSync } from "node:fs";
import type { Command } from "commander";
import { adviceFor } from "@bowline/config";
import {
  type ChartFold,
  ExportError,
  type SessionChart,
  makeChartFold,
  readExport,
  renderChart,
} from "@bowline/report";
import { type CompiledStrategy, readStrategy } from "@bowline/rules";
import { drawChart } from "../chart/draw-chart.ts";
import { colors } from "../colors.ts";
import { CommandFailure, printJson, printLine, usageFailure, wholeNumber } from "../command.ts";
import { type ConnectionFlags, addConnectionFlags, withRunning } from "../connection.ts";
import { readEntries } from "../journal-reading.ts";
import { recordExport } from "../record-export.ts";

type Flags = ConnectionFlags & {
  readonly record?: string;
  readonly date?: string;
  readonly strategy?: string;
  readonly html?: string;
  readonly width?: number;
  readonly json?: boolean;
};

export function configure(command: Command): void {
  addConnectionFlags(command)
    .argument("<symbol>", "the symbol, such as AAPL")
    .option("--record <folder>", "a folder that `demo --record` made, instead of what runs")
    .option("--date <date>", "the session, as 2026-01-05 (default: the last one with bars)")
    .option("--strategy <file>", "draw the indicators of this strategy file (default: EMA 20 and VWAP)")
    .option("--html <file>", "write one self-contained page instead")
    .option("--width <columns>", "characters (default: the terminal's)", wholeNumber("--width", 40))
    .option("--json", "print bars, indicators, orders and fills as one JSON object")
    .action(async (symbol: string, flags: Flags) => {
      const indicators = flags.strategy === undefined ? USUAL : readStrategy(flags.strategy).indicators;
      const fold = await readFold(flags);
      show(chartOf(fold, symbol, { date: flags.date, indicators }), flags);
    });
}

type Indicators = CompiledStrategy["indicators"];

const USUAL: Indicators = {
  ema: { spec: { indicator: "ema", params: { period: 20 } }, timeframe: "1m" },
  vwap: { spec: { indicator: "vwap" }, timeframe: "1m" },
};

/** What a chart shows; quotes are most of a journal, and not read. */
const FILTERS = ["bw.md.bar.1m.>", "bw.md.bar-corrected.>", "bw.md.history.>", "bw.order.>"];

async function readFold(flags: Flags): Promise<ChartFold> {
  const fold = makeChartFold();
  if (flags.record === undefined)
    await withRunning(flags, "chart", async ({ bus }) => {
      for (const filter of FILTERS) await readEntries(bus, { filter, onEntry: fold.add });
    });
  else readRecord(flags.record, fold);
  return fold;
}

function readRecord(folder: string, fold: ChartFold): void {
  const file = recordExport(folder);
  try {
    for (const entry of readExport(file)) fold.add(entry);
  } catch (failure) {
    if (failure instanceof ExportError) throw usageFailure(failure.message);
    throw failure;
  }
}

type Wanted = { readonly date: string | undefined; readonly indicators: Indicators };

function chartOf(fold: ChartFold, symbol: string, { date, indicators }: Wanted): SessionChart {
  const symbols = fold.symbols();
  if (symbols.length === 0) throw new CommandFailure("no one-minute bars yet");
  if (!symbols.includes(symbol)) throw usageFailure(`no bars of \`${symbol}\`; ${adviceFor(symbol, symbols)}`);
  const dates = fold.dates(symbol);
  const wanted = date ?? dates.at(-1);
  if (wanted === undefined) throw new CommandFailure(`${symbol} has not traded yet`);
  if (!dates.includes(wanted))
    throw usageFailure(`no bars of ${symbol} on ${wanted}; there are some of ${rangeOf(dates)}`);
  return fold.chart(symbol, wanted, indicators);
}

const MOST_NAMED = 5;

const rangeOf = (dates: readonly string[]): string =>
  dates.length <= MOST_NAMED ? dates.join(", ") : `${dates.length} sessions from ${dates[0]} to ${dates.at(-1)}`;

const WIDTH = 80;
const HEIGHT = 24;

function show(chart: SessionChart, { json, html, width }: Flags): void {
  if (html !== undefined) {
    writeFileSync(html, renderChart(chart));
    if (json !== true) return printLine(`${html}: ${chart.symbol} on ${chart.date}, ${chart.bars.length} minutes`);
  }
  if (json === true) return printJson(chart);
  // A pipe has no size.
  const terminal: { readonly columns?: number; readonly rows?: number } = process.stdout;
  const columns = width ?? terminal.columns ?? (Number(process.env["COLUMNS"]) || WIDTH);
  printLine(drawChart(chart, { width: columns, height: (terminal.rows ?? HEIGHT) - 1 }, colors));
}
