import { expect, it } from "vitest";
import { CONTESTANTS, measureRules, renderRuleFigures } from "./measure.ts";
import { makeWorkload } from "./workload.ts";

it("all engines find the same rules to hold, else their speed would say nothing", async () => {
  const workload = makeWorkload(20, 4, 200);
  const counts: number[][] = [];
  for (const make of Object.values(CONTESTANTS)) {
    const run = make(workload);
    const own: number[] = [];
    for (let at = 0; at < 200; at++) own.push(await run(at));
    counts.push(own);
  }
  const [ours = [], ...others] = counts;
  expect(ours.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(50);
  for (const other of others) expect(other).toEqual(ours);
});

it("gives a rate for each engine and shows ours beside them", async () => {
  const figures = await measureRules(() => undefined, {
    rules: 3,
    conditions: 2,
    rounds: 1,
    turnMs: 5,
    service: { moments: 50, rounds: 1 },
  });
  expect(figures.recordsPerEntry).toBeGreaterThan(0);
  expect(figures.service.records).toBeGreaterThan(10);
  expect(Math.min(...Object.values(figures.service))).toBeGreaterThan(0);
  expect(Object.values(figures.perSecond).every((rate) => rate > 0)).toBe(true);
  const lines = renderRuleFigures({
    ...figures,
    machine: { cpu: "A CPU", node: "26.0.0" },
    perSecond: { ours: 2_000_000, "json-rules-engine": 4000 },
    ratios: { "json-rules-engine": 500 },
    service: { entries: 100, records: 300, prefilledPerSecond: 7000, livePerSecond: 3000, livePerCpuSecond: 6000 },
  });
  expect(lines.slice(1)).toEqual([
    "A CPU, Node 26.0.0",
    "ours                         2,000,000 moments/s",
    "json-rules-engine                4,000 moments/s  ours is 500 × this (aim 400 ×)",
    "service, journal before it       7,000 entries/s, 1.50 records each",
    "service, as they come            3,000 entries/s, 1.50 records each; 6,000 for each second of its CPU time (aim 5000)",
  ]);
});
