import { isoOfUs, us } from "@bowline/kernel";
import type { RecordedDay } from "@bowline/recording";
import { printJson, printLine } from "../command.ts";
import { type Column, renderTable } from "../views/table.ts";
import { type DataFlags, wantedDays } from "./data-flags.ts";

const COLUMNS: readonly Column[] = [
  { key: "day", title: "day" },
  { key: "symbol", title: "symbol" },
  { key: "rows", title: "ticks", align: "right" },
  { key: "gaps", title: "gaps", align: "right" },
  { key: "gapMinutes", title: "minutes", align: "right" },
  { key: "size", title: "size", align: "right" },
  { key: "first", title: "first (UTC)" },
  { key: "last", title: "last (UTC)" },
];

/** Days and symbols with their ticks, gaps and size, from the log of commits alone: no tick is read. */
export function listDays(flags: DataFlags): void {
  const { folder, days, lost } = wantedDays(flags);
  if (flags.json === true) return printJson({ folder, lost, days: days.map(factsOf) });
  const rows = days.map(rowOf);
  printLine(renderTable(COLUMNS, rows, ""));
  const ticks = days.reduce((sum, day) => sum + day.rows, 0);
  const bytes = days.reduce((sum, day) => sum + day.bytes, 0);
  printLine(`${ticks} ticks in ${sizeText(bytes)} at ${folder}${lost > 0 ? `; ${lost} messages were lost` : ""}`);
}

const gapSeconds = ({ silences }: RecordedDay): number =>
  Math.round(silences.reduce((sum, { fromUs, toUs }) => sum + toUs - fromUs, 0) / 1e6);

const factsOf = (day: RecordedDay) => ({
  day: day.day,
  symbol: day.symbol,
  rows: day.rows,
  bytes: day.bytes,
  files: day.parts.length,
  firstUs: day.firstUs,
  lastUs: day.lastUs,
  gaps: day.silences,
  gapSeconds: gapSeconds(day),
});

const rowOf = (day: RecordedDay) => ({
  day: day.day,
  symbol: day.symbol,
  rows: String(day.rows),
  gaps: String(day.silences.length),
  gapMinutes: (gapSeconds(day) / 60).toFixed(1),
  size: sizeText(day.bytes),
  first: isoOfUs(us(day.firstUs)),
  last: isoOfUs(us(day.lastUs)),
});

const sizeText = (bytes: number): string =>
  bytes >= 1e6 ? `${(bytes / 1e6).toFixed(1)} MB` : `${(bytes / 1000).toFixed(1)} kB`;
