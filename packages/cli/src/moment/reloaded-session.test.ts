import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { coverageOf } from "../rule-coverage/coverage.ts";
import { renderCoverage } from "../rule-coverage/render-coverage.ts";
import { EXAMPLES } from "../run-inputs.ts";
import { openRecordedSession } from "./recorded-session.ts";
import { renderWhy } from "./render-why.ts";
import { allEvaluations, aVersion, recordMinutes, reloadRecording } from "./test-recording.ts";
import { why } from "./why.ts";

const FIRST = readFileSync(EXAMPLES.strategy, "utf8");
/** Waits longer, has lost one rule, has another instead, and trades one group less. */
const SECOND = FIRST.replace("id: leave-after-holding", "id: leave-late")
  .replace("spread: { maxBps: 15 }", "market.spread_bps <= 12")
  .replace("groups: all", "groups: [tech]");
const ON_DISK = FIRST.replace("value: 0.55", "value: 0.9");
const versions = [FIRST, SECOND].map((yaml) => aVersion(yaml).hash.slice(0, 12));

const { folder, seq: reloadSeq } = reloadRecording(recordMinutes(16), [FIRST, SECOND, ON_DISK]);
const session = openRecordedSession(folder);
afterAll(session.close);
const GROUP = "tech";
const [other] = [...session.groups.byName.keys()].filter((group) => group !== GROUP) as [string];
const [otherSymbol] = session.groups.byName.get(other) as [string];
const all = await allEvaluations(session, GROUP);
const answer = (rule: string, seq: number, symbol = "AAPL") =>
  why(session, { symbol, group: GROUP, rule, until: { seq } });

describe("a session in which another version came into force", () => {
  test("begins with the journal's version, not with what the file on disk is now", () => {
    expect(session.strategy.hash).toBe(aVersion(FIRST).hash);
    expect(readdirSync(join(folder, "snapshots")).length).toBeGreaterThan(2);
  });

  test("explains each evaluation by the version that was in force then", async () => {
    const wanted = ["enter-on-prediction", "leave-on-opposite"].flatMap((rule) => {
      const own = all.filter(({ decision }) => decision.rule === rule);
      return [own.find(({ seq }) => seq < reloadSeq)!, own.findLast(({ seq }) => seq > reloadSeq)!];
    });
    for (const { seq, symbol, decision } of wanted) {
      const { rules, version } = await answer(decision.rule, seq, symbol);
      expect(rules).toMatchObject([{ asked: { seq, decision } }]);
      expect(version.slice(0, 12)).toBe(versions[seq < reloadSeq ? 0 : 1]);
    }
    const leaves = wanted.map(({ decision }) => decision.leaves.map(({ name }) => name).join());
    expect([leaves[0]?.includes("market.spread_bps <= 12"), leaves[1]?.includes("market.spread_bps <= 12")]).toEqual([
      false,
      true,
    ]);
  });

  test("knows the rules of then, and names the version", async () => {
    expect((await answer("leave-after-holding", reloadSeq - 1)).version.slice(0, 12)).toBe(versions[0]);
    await expect(answer("leave-after-holding", reloadSeq)).rejects.toThrow(
      `strategy prediction-follow, version ${versions[1]} of then, has no rule \`leave-after-holding\``,
    );
    expect(renderWhy(await answer("leave-late", reloadSeq))).toMatch(
      new RegExp(
        `strategy prediction-follow ${versions[1]}, at .*\n\nleave-late \\(on clock\\): never asked so far in this`,
      ),
    );
  });

  test("asks the version of then which groups it trades", async () => {
    const ask = (seq: number) => why(session, { symbol: otherSymbol, group: other, until: { seq } });
    expect((await ask(reloadSeq - 1)).rules.length).toBe(4);
    await expect(ask(reloadSeq)).rejects.toThrow(
      `version ${versions[1]} of then, does not trade ${otherSymbol}: its group ${other} is none of tech`,
    );
  });
});

describe("its coverage", async () => {
  const coverage = await coverageOf(session);

  test("lists the rules of all versions that were in force; one that stayed as it was is counted on", () => {
    expect(coverage.versions.map((hash) => hash.slice(0, 12))).toEqual(versions);
    const ids = coverage.rules.map(({ rule, version }) => `${rule} ${versions.indexOf(version.slice(0, 12))}`);
    expect(ids.toSorted()).toEqual([
      "enter-on-prediction 0",
      "enter-on-prediction 1",
      "flatten-before-close 0",
      "leave-after-holding 0",
      "leave-late 1",
      "leave-on-opposite 0",
    ]);
    const asked = (rule: string) => all.filter(({ decision }) => decision.rule === rule).length;
    const flatten = coverage.rules.find(({ rule }) => rule === "flatten-before-close");
    expect(flatten?.asked).toBeGreaterThan(asked("leave-after-holding") + asked("leave-late"));
  });

  test("names the versions where there are several", () => {
    const text = renderCoverage(coverage);
    expect(text).toContain(`\nversions in force: ${versions.join(", ")}\n`);
    expect(text).toContain(`\nleave-late (on clock, from ${versions[1]} on): asked `);
    expect(text).toContain("\nleave-after-holding (on clock): asked ");
  });
});
