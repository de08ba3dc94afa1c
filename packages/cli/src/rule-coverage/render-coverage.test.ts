import { expect, test } from "vitest";
import type { Coverage, RuleCoverage } from "./coverage.ts";
import { renderCoverage } from "./render-coverage.ts";

const buy: RuleCoverage = {
  rule: "buy",
  on: "prediction",
  version: "aaaaaaaaaaaaaaaa",
  asked: 3,
  fired: 1,
  blockers: { spread: 2 },
  actions: { enter: 1 },
  leaves: [{ name: "spread", TRUE: 1, FALSE: 2, UNKNOWN: 0 }],
};
const coverage: Coverage = {
  strategy: "demo",
  versions: [buy.version],
  dates: ["2024-03-04", "2024-03-05"],
  date: undefined,
  rules: [buy],
  branches: { covered: 2, all: 3 },
  never: ["sell: never fired"],
};

test("a coverage is a line of how much, a table for each rule, and what nothing exercised", () => {
  expect(renderCoverage(coverage)).toBe(`strategy demo, 2024-03-04, 2024-03-05: 2 of 3 branches (66 %)

buy (on prediction): asked 3 times, fired 1; actions: enter 1
  held back by: spread 2
  leaf    true  false  unknown
  spread     1      2        0

never exercised (1):
  sell: never fired`);
});

test("of one session it says which, of several versions which came when, and of everything that it was exercised", () => {
  const sell = { ...buy, rule: "sell", version: "bbbbbbbbbbbbbbbb", blockers: {} };
  const text = renderCoverage({
    ...coverage,
    date: "2024-03-05",
    versions: [buy.version, sell.version],
    rules: [buy, sell],
    never: [],
  });
  expect(text).toMatch(/^strategy demo, 2024-03-05: /);
  expect(text).toContain("\nversions in force: aaaaaaaaaaaa, bbbbbbbbbbbb\n");
  expect(text).toContain(
    "\nsell (on prediction, from bbbbbbbbbbbb on): asked 3 times, fired 1; actions: enter 1\n  leaf",
  );
  expect(text).toMatch(/\neverything was exercised$/);
});

test("a strategy that nothing asked has no branches, and no share of them", () => {
  expect(renderCoverage({ ...coverage, rules: [], branches: { covered: 0, all: 0 } })).toContain(
    "0 of 0 branches (0 %)",
  );
});
