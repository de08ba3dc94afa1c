import { expect, test } from "vitest";
import { renderReliability } from "./page.ts";
import { EMPTY_RECORD, recordAfter, showingOf } from "./record.ts";

const passed = { where: "e2e/a.test.ts", passed: true };
const showings = [
  showingOf({ ...passed, name: "[fault 29] one", figures: [{ what: "noticed after", value: 0.0421, unit: "s" }] }),
  showingOf({ ...passed, name: "[faults 29-30] two", figures: [{ what: "noticed after", value: 4, unit: "s" }] }),
  showingOf({ ...passed, name: "[pitfall 9] three", figures: [], passed: false }),
];
const record = recordAfter(EMPTY_RECORD, {
  selection: { faults: new Set([1, 29, 30, 31]), pitfalls: new Set([9]) },
  named: { faults: new Set([29, 30, 31]), pitfalls: new Set([9]) },
  showings,
  date: "2026-11-22",
});
const rowOf = (page: string, row: number, table: number): string =>
  page.split("\n").filter((line) => line.startsWith(`| ${row} |`))[table] ?? "";

test("shows what was seen, the largest figure of a kind, and the date; the rest plainly", () => {
  const page = renderReliability(record);
  expect(rowOf(page, 29, 1)).toBe("");
  expect(rowOf(page, 29, 0)).toContain(
    "| as expected (2 shown; not measured: ready again after at most 10 s) | noticed after 4 s | 2026-11-22 |",
  );
  expect(rowOf(page, 30, 0)).toContain("| as expected (1 shown; within its bound) | noticed after 4 s | 2026-11-22 |");
  expect(rowOf(page, 31, 0)).toContain("| not run yet |  |  |");
  expect(rowOf(page, 1, 0)).toContain("| not covered |  | 2026-11-22 |");
  expect(rowOf(page, 9, 1)).toContain("| **not as expected** (1 of 1) |");
  expect(page).toContain("- pitfall 9: **failed** [pitfall 9] three (e2e/a.test.ts)");
});

test("holds a figure against the row's bound: what passed is not as expected beyond it", () => {
  const slow = showingOf({
    ...passed,
    name: "[fault 30] slow",
    figures: [{ what: "noticed after", value: 5.2, unit: "s" }],
  });
  const page = renderReliability(
    recordAfter(record, {
      selection: { faults: new Set([30]), pitfalls: new Set() },
      named: { faults: new Set([30]), pitfalls: new Set() },
      showings: [slow],
      date: "2026-11-23",
    }),
  );
  expect(rowOf(page, 30, 0)).toContain("| **not as expected** (5.2 s is beyond noticed after at most 5 s) |");
});

test("replaces the rows that a later run was to show, and keeps the others", () => {
  const later = recordAfter(record, {
    selection: { faults: new Set([1, 29, 30]), pitfalls: new Set() },
    named: { faults: new Set([29]), pitfalls: new Set() },
    showings: [],
    date: "2026-11-23",
  });
  // What could not run this time stays as it was.
  expect(later.faults.map(({ row, date }) => [row, date])).toEqual([
    [1, "2026-11-23"],
    [29, "2026-11-22"],
    [30, "2026-11-23"],
  ]);
  expect(later.pitfalls).toEqual(record.pitfalls);
});
