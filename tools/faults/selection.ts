import { rowsOf } from "../test-run/named-rows.ts";
import { FAULT_ROWS, PITFALLS } from "./matrix.ts";

/** Rows of the fault matrix and pitfalls that a run is to show. */
export type Selection = { readonly faults: ReadonlySet<number>; readonly pitfalls: ReadonlySet<number> };

const LIST = /^(p?)(\d+(?:-\d+)?(?:,\d+(?:-\d+)?)*)$/;

/** "6-11 26-44 p1-13" as a selection; nothing is everything. A text says what is wrong. */
export function parseSelection(args: readonly string[]): Selection | string {
  const all = (rows: readonly { readonly row: number }[]): Set<number> => new Set(rows.map(({ row }) => row));
  if (args.length === 0) return { faults: all(FAULT_ROWS), pitfalls: all(PITFALLS) };
  const faults = new Set<number>();
  const pitfalls = new Set<number>();
  for (const arg of args) {
    const [, p, list = ""] = LIST.exec(arg) ?? [];
    if (p === undefined) return `${arg}: rows are given as 7, 6-11 or 6-11,29, pitfalls as p9 or p1-13`;
    const [wanted, known, what] = p === "p" ? [pitfalls, PITFALLS, "pitfall"] : [faults, FAULT_ROWS, "row"];
    for (const row of rowsOf(list)) {
      if (row < 1 || row > known.length) return `${what} ${row}: they go from 1 to ${known.length}`;
      wanted.add(row);
    }
  }
  return { faults, pitfalls };
}
