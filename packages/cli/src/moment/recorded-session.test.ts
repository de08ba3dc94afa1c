import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Entry } from "@bowline/contracts";
import { us } from "@bowline/kernel";
import { makeStrategyMachine } from "@bowline/strategy/machine";
import { afterAll, expect, test } from "vitest";
import { openRecordedSession } from "./recorded-session.ts";
import { recordMinutes } from "./test-recording.ts";

const folder = recordMinutes(12);
const session = openRecordedSession(folder);
afterAll(session.close);
const { groups, strategy, accountId } = session;
const VERSION = makeStrategyMachine({
  group: "tech",
  symbols: groups.byName.get("tech") ?? [],
  strategy,
  accountId,
}).version;
const { firstUs, lastUs, lastSeq } = session.span;

async function read(afterSeq: number, until: Parameters<typeof session.read>[2]): Promise<readonly Entry[]> {
  const found: Entry[] = [];
  await session.read("tech", afterSeq, until, (entry) => void found.push(entry));
  return found;
}

test("a recorded session has the run's groups, strategy and span", () => {
  expect([...session.groups.byName.keys()]).toContain("tech");
  expect(session.strategy.name).toBe("prediction-follow");
  expect((lastUs - firstUs) / 60e6).toBeGreaterThanOrEqual(12);
});

test("it hands out what a group reads, in order, from an entry to an entry or a moment", async () => {
  const all = await read(0, { seq: lastSeq });
  const half = all[Math.floor(all.length / 2)]!;
  expect(all.every(({ seq }, index) => index === 0 || seq > all[index - 1]!.seq)).toBe(true);
  expect(all.some(({ subject }) => subject.startsWith("bw.md.quote.") && !subject.includes(".tech."))).toBe(false);
  expect(await read(half.seq, { seq: lastSeq })).toEqual(all.filter(({ seq }) => seq > half.seq));
  const untilMoment = await read(0, { us: half.header.seenUs });
  expect(untilMoment.at(-1)!.header.seenUs).toBeLessThanOrEqual(half.header.seenUs);
  expect(untilMoment.length).toBeGreaterThanOrEqual(all.indexOf(half));
});

test("the nearest snapshot does not lie behind the moment, and is of the machine's version", async () => {
  const newest = await session.snapshotBefore("strategy.tech", VERSION, { seq: lastSeq });
  expect(newest?.seq).toBeLessThanOrEqual(lastSeq);
  const before = await session.snapshotBefore("strategy.tech", VERSION, { us: us((newest?.nowUs ?? 0) - 1) });
  expect(before?.seq ?? 0).toBeLessThan(newest?.seq ?? 0);
  expect(await session.snapshotBefore("strategy.tech", -1, { seq: lastSeq })).toBeUndefined();
  expect(await session.snapshotBefore("strategy.other", 1, { seq: lastSeq })).toBeUndefined();
});

test("a folder that is no recording is refused", () => {
  const empty = mkdtempSync(join(tmpdir(), "bowline-empty-"));
  expect(() => openRecordedSession(empty)).toThrow(empty);
  rmSync(empty, { recursive: true });
});
