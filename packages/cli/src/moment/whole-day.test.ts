import { makePrng } from "@bowline/kernel";
import { figure } from "@bowline/testkit";
import { expect, test } from "vitest";
import { answerWhy } from "./answer-why.ts";
import { openRecordedSession } from "./recorded-session.ts";
import { allEvaluations, recordMinutes } from "./test-recording.ts";

/** A regular session. */
const MINUTES = 390;
const GROUP = "tech";

test(
  "any (entry, rule) of a whole day is answered in under a second",
  { tags: ["all"], timeout: 300_000 },
  async () => {
    const record = recordMinutes(MINUTES);
    const session = openRecordedSession(record);
    const all = await allEvaluations(session, GROUP);
    session.close();
    const prng = makePrng("day");
    const tookMs: number[] = [];
    for (let count = 0; count < 100; count++) {
      const { symbol, seq, decision } = all[Math.floor(prng.unit() * all.length)]!;
      const { rule } = decision;
      const before = process.cpuUsage();
      // With everything that the command does: the recording is opened anew each time.
      const answer = await answerWhy(symbol, { record, entry: seq, rule });
      const { user, system } = process.cpuUsage(before);
      tookMs.push((user + system) / 1000);
      expect(answer.rules).toMatchObject([{ asked: { seq, decision } }]);
    }
    tookMs.sort((a, b) => a - b);
    figure("evaluations of a group in a day", all.length, "evaluations");
    figure("entries of the day", session.span.lastSeq, "entries");
    figure("median answer, CPU time", Math.round(tookMs[50]!), "ms");
    figure("slowest answer, CPU time", Math.round(tookMs[99]!), "ms");
    expect(tookMs[99]).toBeLessThan(1000);
  },
);
