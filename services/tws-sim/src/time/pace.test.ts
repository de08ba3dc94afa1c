import { expect, it } from "vitest";
import { makePace } from "./pace.ts";

it("tells how late parts were and what they took, from the last reset on", () => {
  const pace = makePace();
  expect(pace.report()).toMatchObject({ parts: 0, lagMs: { p50: 0, p99: 0, max: 0 } });
  for (let lagMs = 1; lagMs <= 100; lagMs++) pace.noteLag(lagMs);
  pace.noteLag(-1);
  pace.noteCpu(2);
  const { parts, lagMs, cpuMs } = pace.report();
  expect([parts, Math.round(lagMs.p50), Math.round(lagMs.p99), Math.round(lagMs.max)]).toEqual([101, 50, 99, 100]);
  expect(cpuMs.max).toBeCloseTo(2, 1);
  pace.reset();
  expect(pace.report().parts).toBe(0);
});
