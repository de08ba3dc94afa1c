import { expect, test } from "vitest";
import { FLOORS } from "./floors.ts";
import { renderScenarios } from "./tws-summary.ts";

const about = { file: "scenarios.test.ts", tags: [] };

test("says where it ran, what was left out and why, what it found, and the counts on the last line", () => {
  const tests = [
    { ...about, name: "connects", state: "passed" as const, found: ["protocol version 193"] },
    { ...about, name: "sells", state: "skipped" as const, note: "the regular session is closed" },
    { ...about, name: "buys", state: "failed" as const },
  ];
  expect(renderScenarios({ tests, brokenFiles: [], strayErrors: 0, where: "tws:7497" })).toEqual([
    `scenarios: 3 (at least ${FLOORS.twsScenarios}), against tws:7497`,
    "failed: scenarios.test.ts: buys",
    "skipped: sells: the regular session is closed",
    "found: connects: protocol version 193",
    "1 passed, 1 failed, 1 skipped",
  ]);
});
