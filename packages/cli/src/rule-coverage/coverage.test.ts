import { afterAll, describe, expect, test } from "vitest";
import { openRecordedSession } from "../moment/recorded-session.ts";
import { allEvaluations, recordMinutes } from "../moment/test-recording.ts";
import { coverageOf } from "./coverage.ts";

const record = recordMinutes(12);
const session = openRecordedSession(record);
afterAll(session.close);

describe("the coverage of a recorded session", async () => {
  const coverage = await coverageOf(session);
  const all = (
    await Promise.all([...session.groups.byName.keys()].map((group) => allEvaluations(session, group)))
  ).flat();

  test("counts every evaluation of every rule, and what each leaf came to", () => {
    for (const { rule, asked, fired, leaves, blockers, actions } of coverage.rules) {
      const own = all.filter(({ decision }) => decision.rule === rule);
      const blocked = Object.values(blockers).reduce((sum, count) => sum + count, 0);
      expect([asked, fired, blocked]).toEqual([
        own.length,
        own.filter(({ decision }) => decision.outcome === "FIRED").length,
        own.length - fired,
      ]);
      expect(Object.values(actions)).toEqual([fired]);
      const results = own.flatMap(({ decision }) => decision.leaves.map((leaf) => `${leaf.name} ${leaf.result}`));
      for (const { name, TRUE, FALSE, UNKNOWN } of leaves) {
        const times = (result: string): number => results.filter((one) => one === `${name} ${result}`).length;
        expect([name, TRUE, FALSE, UNKNOWN]).toEqual([name, times("TRUE"), times("FALSE"), times("UNKNOWN")]);
      }
    }
    expect(all.length).toBeGreaterThan(100);
  });

  test("lists what nothing exercised: twelve minutes are no close", () => {
    expect(coverage.never).toContain("flatten-before-close: never fired");
    expect(coverage.never).toContain("flatten-before-close: time.toClose never TRUE");
    expect(coverage.never).not.toContain("flatten-before-close: time.toClose never FALSE");
    const leaves = coverage.rules.flatMap((rule) => rule.leaves);
    const holes = leaves.filter(({ TRUE }) => TRUE === 0).length + leaves.filter(({ FALSE }) => FALSE === 0).length;
    expect(coverage.branches).toEqual({ covered: 2 * leaves.length - holes, all: 2 * leaves.length });
  });
});
