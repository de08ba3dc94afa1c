import { ORD_STATUSES } from "@bowline/orders";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { describeFault, KINDS } from "./fault-kinds.ts";
import { type ChaosRun, planSession, planSessions, RUNS_PER_SESSION, SESSION_DAYS } from "./plan.ts";

const RUNS = 200;

describe("the plan of chaos runs", () => {
  it("follows from seed and number alone, whatever is planned beside it", () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 1, max: 50 }), (seed, session) => {
        const planned = planSessions(seed, session * RUNS_PER_SESSION);
        expect(planned).toHaveLength(session);
        expect(planned.at(-1)).toEqual(planSession(seed, session));
      }),
    );
  });

  it("compares only sessions whose faults stop the market and nothing else", () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const [comparable = [], others = []] = [true, false].map((wanted) =>
          planSessions(seed, RUNS).filter((session) => session.comparable === wanted),
        );
        const disturbing = (runs: readonly ChaosRun[]) => runs.filter(({ fault }) => !KINDS[fault.kind].stopsOnly);
        for (const { crashAt, endsKilled, runs } of comparable)
          expect([crashAt, endsKilled, disturbing(runs)]).toEqual([undefined, false, []]);
        for (const { crashAt } of others) expect(crashAt).toMatch(/^after-(wal|submitted|place):\d+$/);
        for (const { runs } of others) expect(disturbing(runs).length).toBeGreaterThan(4);
      }),
      { numRuns: 20 },
    );
  });

  it("aims at each state of an order, and has each kind, often enough in 200 runs", () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const runs = planSessions(seed, RUNS).flatMap((session) => session.runs);
        expect(runs.map(({ run }) => run)).toEqual(Array.from({ length: RUNS }, (_, index) => index + 1));
        for (const state of ORD_STATUSES)
          expect(runs.filter((run) => run.state === state).length).toBeGreaterThanOrEqual(10);
        for (const kind of Object.keys(KINDS))
          expect(runs.filter(({ fault }) => fault.kind === kind).length).toBeGreaterThanOrEqual(20);
      }),
      { numRuns: 20 },
    );
  });

  it("keeps the last day without runs, and ends a part of the sessions killed", () => {
    const sessions = planSessions(1, RUNS);
    for (const { runs } of sessions) {
      expect(Math.max(...runs.map(({ day }) => day))).toBe(SESSION_DAYS - 1);
      expect(Math.min(...runs.map(({ day }) => day))).toBe(1);
    }
    expect(sessions.filter(({ endsKilled }) => endsKilled)).toHaveLength(5);
  });

  it("has fewer runs in the last session where they do not fill it", () => {
    expect(planSessions(1, 13).map(({ runs }) => runs.length)).toEqual([10, 3]);
  });

  it("says every fault in words", () => {
    const texts = planSessions(1, RUNS).flatMap(({ runs }) => runs.map(({ fault }) => describeFault(fault)));
    for (const part of ["kill ", "pause ", " times, the next", " after ", "tws-restart", "ms late, the next"])
      expect(texts.some((text) => text.includes(part))).toBe(true);
  });
});
