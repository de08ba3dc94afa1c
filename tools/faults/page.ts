import type { Figure } from "../../packages/testkit/src/figure.ts";
import { table } from "../docs/markdown.ts";
import { FAULT_BOUNDS, type Bound, boundText, holdAgainst } from "./bounds.ts";
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
    "that name it showed when they last ran, and whether what they measured is within the row's bound, where it has one; `figure` is what",
    "they measured on that day and machine. A row that nobody names, and a bound that nobody measures, says so.",
    "`./bowline faults` runs all of them, `./bowline faults 6-11 p9` some.",
    "",
    "## Faults",
    "",
    tableOf(FAULT_ROWS, record.faults, FAULT_BOUNDS),
    "## Pitfalls",
    "",
    tableOf(PITFALLS, record.pitfalls, new Map()),
    "## Who shows it",
    "",
    ...listOf("row", record.faults),
    ...listOf("pitfall", record.pitfalls),
    "",
  ].join("\n");
}

function tableOf(
  rows: readonly MatrixRow[],
  records: readonly RowRecord[],
  bounds: ReadonlyMap<number, readonly Bound[]>,
): string {
  return table(
    ["row", "fault", "expected", "seen", "figure", "date"],
    rows.map(({ row, fault, expected }) => {
      const record = records.find((one) => one.row === row);
      return [String(row), fault, expected, seen(record, bounds.get(row) ?? []), figures(record), record?.date ?? ""];
    }),
  );
}

/** In one word or two, with how many showed it, and what of it was measured. */
function seen(record: RowRecord | undefined, bounds: readonly Bound[]): string {
  if (record === undefined) return "not run yet";
  if (record.showings.length === 0) return "not covered";
  const failed = record.showings.filter(({ passed }) => !passed).length;
  const count = record.showings.length;
  const { beyond, unmeasured } = holdAgainst(bounds, figuresOf(record));
  const broken = beyond.map((bound) => `${rounded(bound.value)} ${bound.unit} is beyond ${boundText(bound)}`);
  const held = bounds.filter(
    (bound) => !unmeasured.includes(bound) && !beyond.some(({ what }) => what === bound.what),
  ).length;
  const measured = [
    ...(held === 0 ? [] : [held === 1 ? "within its bound" : `within ${held} bounds`]),
    ...unmeasured.map((bound) => `not measured: ${boundText(bound)}`),
  ];
  if (failed > 0 || broken.length > 0)
    return `**not as expected** (${[...(failed > 0 ? [`${failed} of ${count}`] : []), ...broken].join("; ")})`;
  return `as expected (${[`${count} shown`, ...measured].join("; ")})`;
}

export const figuresOf = ({ showings }: RowRecord): readonly Figure[] => showings.flatMap((showing) => showing.figures);

/** Of several figures of a kind the largest: a figure is held against a bound. */
function figures(record: RowRecord | undefined): string {
  const all = record === undefined ? [] : figuresOf(record);
  const byWhat = Map.groupBy(all, ({ what, unit }) => `${what}|${unit}`);
  return [...byWhat.values()].map((some) => figureText(some.toSorted((a, b) => b.value - a.value)[0])).join("; ");
}

const figureText = (figure: Figure | undefined): string =>
  figure === undefined ? "" : `${figure.what} ${rounded(figure.value)} ${figure.unit}`;

export const rounded = (value: number): string => (Number.isInteger(value) ? String(value) : value.toPrecision(2));

const listOf = (what: string, records: readonly RowRecord[]): readonly string[] =>
  records.flatMap(({ row, showings }) =>
    showings.map(({ name, where, passed }) => `- ${what} ${row}: ${passed ? "" : "**failed** "}${name} (${where})`),
  );
