import { expect, test } from "vitest";
import { countsOf, hasSucceeded, renderSummary, type RunOutcome, type TestOutcome } from "./summary.ts";

const aTest = (change: Partial<TestOutcome>): TestOutcome => ({
  name: "a",
  file: "a.test.ts",
  state: "passed",
  tags: [],
  ...change,
});
const anOutcome = (change: Partial<RunOutcome>): RunOutcome => ({
  tests: [aTest({})],
  brokenFiles: [],
  strayErrors: 0,
  tier: "default",
  ground: { node: "v26" },
  ...change,
});

test("ends with the counts, plain and alone on the last line", () => {
  const tests = [aTest({}), aTest({}), aTest({ state: "failed" }), aTest({ state: "skipped" })];
  expect(renderSummary(anOutcome({ tests })).at(-1)).toBe("2 passed, 1 failed, 1 skipped");
});

test("counts a file that did not load and an error outside of any test as failures", () => {
  const counts = countsOf(anOutcome({ brokenFiles: ["b.test.ts"], strayErrors: 1 }));
  expect(counts).toEqual({ passed: 1, failed: 2, skipped: 0 });
  expect(hasSucceeded(counts)).toBe(false);
});

test("takes a run of nothing for no success", () => {
  expect(hasSucceeded(countsOf(anOutcome({ tests: [] })))).toBe(false);
  expect(hasSucceeded(countsOf(anOutcome({})))).toBe(true);
});

test("says why tests were skipped", () => {
  const tests = [
    aTest({ state: "skipped", name: "reads the sample", note: "BOWLINE_SAMPLE_DATA is unset" }),
    aTest({ state: "skipped", name: "soaks", tags: ["soak"] }),
    aTest({ state: "skipped", name: "the sessions in BOWLINE_SAMPLE_DATA > trade" }),
    aTest({ state: "skipped", name: "other" }),
  ];
  expect(renderSummary(anOutcome({ tests }))).toEqual(
    expect.arrayContaining([
      "skipped 1, BOWLINE_SAMPLE_DATA is unset: reads the sample",
      "skipped 1, runs with ./bowline test --soak: soaks",
      "skipped 1, needs BOWLINE_SAMPLE_DATA: the sessions in BOWLINE_SAMPLE_DATA > trade",
      "skipped 1, not selected, or no reason given: other",
    ]),
  );
});

test("lists the fault rows that passed tests name, once each and in order", () => {
  const tests = [
    aTest({ name: "freezes the server [faults 29-31, 17]" }),
    aTest({ name: "again [fault 17]" }),
    aTest({ name: "not yet [fault 8]", state: "failed" }),
  ];
  expect(renderSummary(anOutcome({ tests }))).toContain("fault rows covered: 17, 29, 30, 31");
});

test("lists the pitfalls that passed tests name, apart from the fault rows", () => {
  const tests = [
    aTest({ name: "sends nothing later [pitfalls 1, 12-13] [fault 31]" }),
    aTest({ name: "not yet [pitfall 8]", state: "failed" }),
  ];
  const lines = renderSummary(anOutcome({ tests }));
  expect(lines).toContain("fault rows covered: 31");
  expect(lines).toContain("pitfalls covered: 1, 12, 13");
});

test("names each failed test with its file", () => {
  const tests = [aTest({ name: "denies late intents", file: "packages/risk/src/x.test.ts", state: "failed" })];
  expect(renderSummary(anOutcome({ tests }))).toContain("failed: packages/risk/src/x.test.ts: denies late intents");
});
