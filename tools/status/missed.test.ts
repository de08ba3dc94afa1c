import { expect, test } from "vitest";
import { missedIn, unseenIn } from "./missed.ts";

const GOOD = [
  "approval to wire: p50 1.90 ×, p99 3 ×",
  "tick to wire: p50 1.60 ×",
  "ratio                          6.4, to be 8 at the most",
  "gave **91 %**",
].join("\n");
const showing = (passed: boolean, value: number) => ({
  name: "a test",
  where: "e2e/x.test.ts",
  passed,
  figures: [{ what: "another's p99 wait grows by", value, unit: "%" }],
});
const recordOf = (row: number, passed: boolean, value: number) => ({
  faults: [{ row, date: "2026-01-05", showings: [showing(passed, value)] }],
  pitfalls: [],
});
const NOBODY = { faults: [], pitfalls: [] };

test("finds a fault's figure beyond its bound, with whose it is", () => {
  expect(missedIn(recordOf(57, true, 217), GOOD)).toEqual([
    { folder: "services/risk-gate", what: "fault 57: 217 %, another's p99 wait grows by at most 10 %" },
  ]);
  expect(missedIn(recordOf(57, true, 9), GOOD)).toEqual([]);
});

test("finds a row that failed", () => {
  expect(missedIn(recordOf(2, false, 0), GOOD)).toEqual([{ folder: undefined, what: "fault 2: 1 of 1 tests failed" }]);
});

test("finds an aim that the bench missed, and does not guess where the page has no figure", () => {
  expect(missedIn(NOBODY, GOOD.replace("1.90", "4.31"))).toEqual([
    { folder: "services/execution", what: "from an approval to the wire: 4.31 × the bare writes, to be at most 2" },
  ]);
  expect(missedIn(NOBODY, GOOD.replace("91", "80.1"))).toMatchObject([
    { folder: "packages/risk", what: expect.stringContaining("80.1 %, to be at least 85") as string },
  ]);
  expect(missedIn(NOBODY, "")).toHaveLength(4);
  expect(missedIn(NOBODY, "")[0]?.what).toContain("no figure in docs/performance.md");
});

test("counts rows that nobody showed", () => {
  const unseen = unseenIn(recordOf(57, true, 0));
  expect(unseen).not.toContain(57);
  expect(unseen).toContain(1);
});
