import { expect, test } from "vitest";
import { FAULT_ROWS, PITFALLS } from "./matrix.ts";
import { parseSelection, type Selection } from "./selection.ts";

const select = (...args: readonly string[]): readonly (readonly number[])[] => {
  const selection = parseSelection(args) as Selection;
  return [[...selection.faults], [...selection.pitfalls]];
};

test("takes rows and pitfalls, alone, in lists and in ranges", () => {
  expect(select("7", "9-11,29", "p1-2")).toEqual([
    [7, 9, 10, 11, 29],
    [1, 2],
  ]);
});

test("takes everything where nothing is named", () => {
  expect(select().map((rows) => rows.length)).toEqual([60, 22]);
  expect([FAULT_ROWS.length, PITFALLS.length]).toEqual([60, 22]);
});

test.each([
  ["seven", "rows are given as 7, 6-11 or 6-11,29, pitfalls as p9 or p1-13"],
  ["61", "row 61: they go from 1 to 60"],
  ["p23", "pitfall 23: they go from 1 to 22"],
  ["0", "row 0: they go from 1 to 60"],
])("refuses %s", (arg, text) => expect(parseSelection([arg])).toContain(text));
