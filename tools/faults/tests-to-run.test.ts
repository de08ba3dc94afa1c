import { expect, test } from "vitest";
import { sourceTreeOf } from "../source-tree.ts";
import { coveredBy } from "./covered.ts";
import { patternOf, testsToRun } from "./tests-to-run.ts";

const tree = sourceTreeOf({
  "e2e/a.test.ts": 'it("[fault 7] lost") it("[fault 8] adopted")',
  "packages/b/src/b.test.ts": 'it("both [faults 7, 9-10] [pitfall 12]")',
  "packages/b/src/b.ts": "// [fault 7]",
  "tools/c.test.ts": '"[fault 7]"',
});
const wanted = (faults: readonly number[], pitfalls: readonly number[] = []) =>
  testsToRun(tree, { faults: new Set(faults), pitfalls: new Set(pitfalls) });

test("finds the tests that name a row, by file and by what stands in their names", () => {
  expect(wanted([7])).toEqual({
    files: ["e2e/a.test.ts", "packages/b/src/b.test.ts"],
    markers: ["[fault 7]", "[faults 7, 9-10]"],
  });
  expect(wanted([], [12])).toEqual({ files: ["packages/b/src/b.test.ts"], markers: ["[pitfall 12]"] });
  expect(wanted([1])).toEqual({ files: [], markers: [] });
});

test("makes a pattern that only names with one of them match", () => {
  const pattern = new RegExp(patternOf(["[fault 7]", "[faults 9-10]"]));
  expect(["[fault 7] a", "b [faults 9-10]", "[fault 77]", "fault 7"].map((name) => pattern.test(name))).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

test("knows what is covered, by tests and by rehearsals", () => {
  const covered = coveredBy(tree, [
    { rehearsal: "r", about: "", rows: [44], pitfalls: [2], steps: [], holds: [], spoils: false },
  ]);
  expect([...covered.faults].toSorted((a, b) => a - b)).toEqual([7, 8, 9, 10, 44]);
  expect([...covered.pitfalls]).toEqual([12, 2]);
});
