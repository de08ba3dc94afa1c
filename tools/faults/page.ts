import type { Figure } from "../../packages/testkit/src/figure.ts";
import { table } from "../docs/markdown.ts";
import { FAULT_ROWS, type MatrixRow, PITFALLS } from "./matrix.ts";
import type { ReliabilityRecord, RowRecord } from "./record.ts";

/** docs/reliability.md. */
export function renderReliability(record: ReliabilityRecord): string {
  return [
    "# What goes wrong, and what then happens",
    "",
    "<!-- Written by `./bowline faults` and `pnpm run docs`; do not edit. -->",
    "",
    "Every row is a fault of the matrix, every pitfall one that other systems fell into. `seen` tells what the tests and rehearsals",
    "that name it showed when they last ran, `figure` what they measured on that day and machine; a row that nobody names says so.",
    "`./bowline faults` runs all of them, `./bowline faults 6-11 p9` some.",
    "",
    "## Faults",
    "",
    tableOf(FAULT_ROWS, record.faults),
    "## Pitfalls",
    "",
    tableOf(PITFALLS, record.pitfalls),
    "## Who shows it",
    "",
    ...listOf("row", record.faults),
    ...listOf("pitfall", record.pitfalls),
    "",
  ].join("\n");
}

function tableOf(rows: readonly MatrixRow[], records: readonly RowRecord[]): string {
  return table(
    ["row", "fault", "expected", "seen", "figure", "date"],
    rows.map(({ row, fault, expected }) => {
      const record = records.find((one) => one.row === row);
      return [String(row), fault, expected, seen(record), figures(record), record?.date ?? ""];
    }),
  );
}

/** In one word or two, with how many showed it. */
function seen(record: RowRecord | undefined): string {
  if (record === undefined) return "not run yet";
  if (record.showings.length === 0) return "not covered";
  const failed = record.showings.filter(({ passed }) => !passed).length;
  const count = record.showings.length;
  return failed === 0 ? `as expected (${count} shown)` : `**not as expected** (${failed} of ${count})`;
}

/** Of several figures of a kind the largest: a figure is held against a bound. */
function figures(record: RowRecord | undefined): string {
  const all = (record?.showings ?? []).flatMap((showing) => showing.figures);
  const byWhat = Map.groupBy(all, ({ what, unit }) => `${what}|${unit}`);
  return [...byWhat.values()].map((some) => figureText(some.toSorted((a, b) => b.value - a.value)[0])).join("; ");
}

const figureText = (figure: Figure | undefined): string =>
  figure === undefined ? "" : `${figure.what} ${rounded(figure.value)} ${figure.unit}`;

const rounded = (value: number): string => (Number.isInteger(value) ? String(value) : value.toPrecision(2));

const listOf = (what: string, records: readonly RowRecord[]): readonly string[] =>
  records.flatMap(({ row, showings }) =>
    showings.map(({ name, where, passed }) => `- ${what} ${row}: ${passed ? "" : "**failed** "}${name} (${where})`),
  );
