import { readExport } from "@bowline/report";
import { makePrng } from "@bowline/kernel";
import { figure } from "@bowline/testkit";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { openRecordedSession } from "./recorded-session.ts";
import { renderWhy } from "./render-why.ts";
import { allEvaluations, recordMinutes } from "./test-recording.ts";
import { why } from "./why.ts";

const folder = recordMinutes(40);
const session = openRecordedSession(folder);
afterAll(session.close);
const GROUP = "tech";
const all = await allEvaluations(session, GROUP);

describe("any evaluation of a recorded session", () => {
  test("is made again from the nearest snapshot, the recorded ones and those that were only counted", async () => {
    const prng = makePrng("why");
    let [most, slowestMs] = [0, 0];
    for (let count = 0; count < 100; count++) {
      const wanted = all[Math.floor(prng.unit() * all.length)]!;
      const { rule } = wanted.decision;
      const before = process.cpuUsage();
      const answer = await why(session, { symbol: wanted.symbol, group: GROUP, rule, until: { seq: wanted.seq } });
      const { user, system } = process.cpuUsage(before);
      slowestMs = Math.max(slowestMs, (user + system) / 1000);
      most = Math.max(most, answer.replayed);
      expect(answer.rules).toMatchObject([{ asked: { seq: wanted.seq, decision: wanted.decision } }]);
    }
    figure("slowest answer, CPU time", Math.round(slowestMs), "ms");
    figure("most entries replayed for an answer", most, "entries");
    // Five minutes of one group are far from the whole session: no answer takes longer in a longer one.
    const inSession = all.at(-1)!.seq;
    expect(most).toBeLessThan(inSession / 4);
    expect(slowestMs).toBeLessThan(1000);
  });

  test("and what the run recorded itself is among them", () => {
    const told = new Set(all.map(({ decision }) => JSON.stringify(decision.leaves)));
    const records = [...readExport(join(folder, "decisions.jsonl"))].flatMap(({ event }) =>
      event.kind === "decision" && event.group === GROUP && event.verdict === undefined ? [event] : [],
    );
    expect(records.length).toBeGreaterThan(20);
    expect(records.length).toBeLessThan(all.length / 2);
    for (const { leaves } of records) expect(told).toContain(JSON.stringify(leaves));
  });
});

test("a rule that was asked long before is answered from then, and from now", async () => {
  const first = all.find(({ decision }) => decision.triggerKey.startsWith("prediction:"))!;
  const later = all.findLast(({ symbol }) => symbol === first.symbol)!;
  const { symbol } = first;
  const answer = await why(session, { symbol, group: GROUP, until: { us: later.atUs } });
  const onPrediction = all.filter((one) => one.symbol === symbol && one.seq <= answer.seq);
  for (const { rule, asked, now } of answer.rules) {
    expect(asked?.decision).toEqual(onPrediction.findLast(({ decision }) => decision.rule === rule)?.decision);
    expect(now.leaves.length).toBeGreaterThan(0);
  }
  expect(renderWhy(answer)).toMatch(/asked at 2024-03-04 .* by prediction:.*\n(.*\n)*.*not asked since; had it been/);
});

test("a rule that was never asked says what would have held it back", async () => {
  const answer = await why(session, { symbol: "AAPL", group: GROUP, until: { us: session.span.firstUs } });
  expect(answer.rules.every(({ asked }) => asked === undefined)).toBe(true);
  expect(renderWhy(answer)).toMatch(/never asked so far in this version\. Had it been: BLOCKED by /);
});
