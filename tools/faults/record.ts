import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Figure } from "../../packages/testkit/src/figure.ts";
import { markersIn, type Named } from "../test-run/named-rows.ts";
import type { Selection } from "./selection.ts";

/** One test or rehearsal that ran: what it names, how it ended, what it measured. */
export type Showing = {
  readonly name: string;
  readonly where: string;
  readonly passed: boolean;
  /** Of a rehearsal: what was violated. */
  readonly why?: string;
  readonly figures: readonly Figure[];
  readonly faults: readonly number[];
  readonly pitfalls: readonly number[];
};

/** What is known of one row: who shows it, and when that was last tried. */
export type RowRecord = {
  readonly row: number;
  readonly date: string;
  readonly showings: readonly Pick<Showing, "name" | "where" | "passed" | "figures">[];
};

/** Everything that runs have shown so far. */
export type ReliabilityRecord = { readonly faults: readonly RowRecord[]; readonly pitfalls: readonly RowRecord[] };

export const EMPTY_RECORD: ReliabilityRecord = { faults: [], pitfalls: [] };

/** Where it is kept, from the root. */
export const RECORD_FILE = "docs/reliability.json";

export function readRecord(root: string): ReliabilityRecord {
  const file = join(root, RECORD_FILE);
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as ReliabilityRecord) : EMPTY_RECORD;
}

/** A test as a showing of what its name names. */
export const showingOf = (test: Pick<Showing, "name" | "where" | "passed" | "figures">): Showing => ({
  ...test,
  faults: rowsIn(test.name, "fault"),
  pitfalls: rowsIn(test.name, "pitfall"),
});

const rowsIn = (name: string, what: Named): readonly number[] => markersIn(name, what).flatMap(({ rows }) => rows);

export type Ran = {
  readonly selection: Selection;
  /** What tests and rehearsals name, whether they could run here or not. */
  readonly named: Selection;
  readonly showings: readonly Showing[];
  /** YYYY-MM-DD. */
  readonly date: string;
};

/** The record after a run: what it showed, and what it found that nobody shows, replaces what was known; the rest stays. */
export function recordAfter(before: ReliabilityRecord, ran: Ran): ReliabilityRecord {
  const after = (what: keyof Selection): readonly RowRecord[] => {
    const found = [...ran.selection[what]]
      .map((row) => ({ row, date: ran.date, showings: showingsOf(ran.showings, what, row) }))
      .filter(({ row, showings }) => showings.length > 0 || !ran.named[what].has(row));
    const rows = new Set(found.map(({ row }) => row));
    return [...before[what].filter(({ row }) => !rows.has(row)), ...found].toSorted((a, b) => a.row - b.row);
  };
  return { faults: after("faults"), pitfalls: after("pitfalls") };
}

const showingsOf = (showings: readonly Showing[], what: keyof Selection, row: number): RowRecord["showings"] =>
  showings
    .filter((showing) => showing[what].includes(row))
    .map(({ name, where, passed, figures }) => ({ name, where, passed, figures }));
