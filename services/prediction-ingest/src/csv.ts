import type { ConfigError } from "@bowline/config";
import { err, ok, type Result } from "@bowline/kernel";

/** One cell and where it begins; line and column count from 1. */
export type CsvCell = { readonly text: string; readonly line: number; readonly column: number };

const CELL = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/y;

/** CSV as RFC 4180 has it: commas, double quotes, quotes doubled inside. Empty lines are left out. */
export function parseCsv(text: string, file: string): Result<readonly (readonly CsvCell[])[], ConfigError> {
  const rows: CsvCell[][] = [];
  let row: CsvCell[] = [];
  const place = { line: 1, column: 1 };
  let at = text.startsWith("\uFEFF") ? 1 : 0;
  while (at < text.length || row.length > 0) {
    CELL.lastIndex = at;
    const match = CELL.exec(text);
    if (match === null) {
      return err({ file, ...place, path: "", message: "a quote is not closed, or text follows a closing quote" });
    }
    row.push({ text: textOf(match), ...place });
    at += match[0].length;
    advance(place, match[0]);
    if (match[3] === ",") continue;
    if (row.length > 1 || row[0]?.text !== "") rows.push(row);
    row = [];
  }
  return ok(rows);
}

const textOf = ([, quoted, plain]: RegExpExecArray): string => quoted?.replaceAll('""', '"') ?? plain ?? "";

function advance(place: { line: number; column: number }, text: string): void {
  const lines = text.split("\n");
  place.column = (lines.length > 1 ? 1 : place.column) + (lines.at(-1) ?? "").length;
  place.line += lines.length - 1;
}

const needsQuotes = /[",\r\n]/;

/** One line of CSV with its line feed. */
export const formatCsvRow = (cells: readonly string[]): string =>
  `${cells.map((cell) => (needsQuotes.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(",")}\n`;
