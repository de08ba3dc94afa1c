import { type Entry, type Machine, SCHEMA_VERSION } from "@bowline/contracts";
import { qty, us } from "@bowline/kernel";
import { expect, it } from "vitest";
import type { EntryBuffer } from "./entry-buffer.ts";
import { makeMachineHost } from "./machine-host/index.ts";
import { machineParticipant } from "./participant.ts";
import type { Output } from "./publisher.ts";

/** Answers every kill with a resume. */
const machine: Machine = {
  name: "risk-gate",
  version: 1,
  apply: (entry, emit) => {
    if (entry.event.kind === "control.kill")
      emit({ kind: "control.resume", scope: "global", reason: "r", by: `${entry.seq}` });
  },
  snapshot: () => ({}),
  restore: () => undefined,
};

const killAt = (seq: number): Entry => ({
  seq,
  subject: "bw.control.kill",
  event: { kind: "control.kill", scope: "global", reason: "r", by: "b" },
  header: {
    id: `kill-${seq}`,
    causeId: "",
    causeSeq: seq,
    ordinal: 0,
    correlationId: `kill-${seq}`,
    machine: "operator",
    epoch: 0,
    build: "b",
    configVersion: "c",
    eventUs: us(seq),
    seenUs: us(seq),
    schemaVersion: SCHEMA_VERSION,
  },
});

/** A journal in memory, read to its end, and a machine that has applied nothing of it yet. */
function aRestart(
  entries: readonly Entry[],
  hosted: Machine = machine,
  answer: () => Promise<readonly []> = async () => [],
) {
  const arrivals: ((entry: Entry | undefined) => void)[] = [];
  const buffer = {
    firstSeq: () => 1,
    lastSeq: () => entries.length,
    at: (seq: number) => entries[seq - 1],
    onArrival: (callback: (entry: Entry | undefined) => void) => void arrivals.push(callback),
  } as unknown as EntryBuffer;
  const host = makeMachineHost(hosted, { build: "b", configVersion: "c" });
  const published: Output[] = [];
  const publish = async (outputs: readonly Output[]) => {
    published.push(...outputs);
    return answer();
  };
  const participant = machineParticipant(host, buffer, publish, () => undefined);
  for (const entry of entries) for (const arrived of arrivals) arrived(entry);
  return { host, participant, published };
}

it("counts as pending what the journal lacks, and not what an earlier life wrote", async () => {
  const first = aRestart([killAt(1)]);
  first.participant.applyThrough(1);
  expect(first.participant.pending()).toBe(1);
  const [output] = first.host.outbox.pending();
  if (output === undefined) throw new Error("no output");
  // The next life has read its own answer, which stands behind the round that it applies.
  const own: Entry = { seq: 2, subject: "", event: output.event, header: { ...output.header, epoch: 1 } };
  const second = aRestart([killAt(1), own, killAt(3)]);
  second.participant.applyThrough(1);
  expect(second.participant.pending()).toBe(0);
  await second.participant.turn();
  expect(second.published).toEqual([]);
  second.participant.applyThrough(3);
  expect(second.participant.pending()).toBe(1);
  await second.participant.turn();
  expect(second.published.map(({ event }) => event)).toMatchObject([{ kind: "control.resume", by: "3" }]);
});

/** Writes a record of every kill, and answers every so many, too. */
const recorder = (every: number): Machine => ({
  ...machine,
  name: "strategy.tech",
  apply: (entry, emit) => {
    emit({ kind: "decision.counts", strategy: "s", group: "tech", counts: [] });
    if (entry.seq % every === 0) machine.apply(entry, emit);
  },
});
const kills = Array.from({ length: 300 }, (_, index) => killAt(index + 1));

it("records wait for those of the next causes, and anything else takes them along before the next", () => {
  const { participant } = aRestart(kills, recorder(5));
  participant.applyThrough(4);
  expect([participant.pending(), participant.mustPublish()]).toEqual([4, false]);
  participant.applyThrough(5);
  expect([participant.pending(), participant.mustPublish()]).toEqual([6, true]);
});

it("not even records wait when they are many", () => {
  const { participant } = aRestart(kills, recorder(1000));
  participant.applyThrough(63);
  expect(participant.mustPublish()).toBe(false);
  participant.applyThrough(64);
  expect([participant.pending(), participant.mustPublish()]).toEqual([64, true]);
});

/** Denies what every kill asks for, and halts at every so many, too. */
const denier = (every: number): Machine => ({
  ...machine,
  apply: (entry, emit) => {
    const asked = { clOrdId: `c${entry.seq}`, group: "g", symbol: "SPY", strategy: "s", rule: "r" };
    emit({ kind: "order.denied", ...asked, side: "BUY", orderQty: qty(1), reasons: [] });
    if (entry.seq % every === 0) machine.apply(entry, emit);
  },
});

it("denials wait for those of the next causes, at most for so many, and go in order with what waits for nothing", async () => {
  const many = aRestart(kills, denier(1000));
  many.participant.applyThrough(63);
  expect(many.participant.mustPublish()).toBe(false);
  many.participant.applyThrough(64);
  expect(many.participant.mustPublish()).toBe(true);
  const { participant, published } = aRestart(kills, denier(3));
  participant.applyThrough(3);
  expect(participant.mustPublish()).toBe(true);
  await participant.turn();
  expect(published.map(({ event }) => event.kind)).toEqual([
    "order.denied",
    "order.denied",
    "order.denied",
    "control.resume",
  ]);
});

/** Nothing that is published is acknowledged before the test says so. */
function withoutAnswers(hosted: Machine) {
  const answers: (() => void)[] = [];
  const refusals: ((failure: unknown) => void)[] = [];
  const hold = () =>
    new Promise<readonly []>((resolve, reject) => {
      answers.push(() => resolve([]));
      refusals.push(reject);
    });
  return { ...aRestart(kills, hosted, hold), answers, refusals };
}
const tick = () => new Promise((resolve) => setImmediate(resolve));

it("does not wait for denials that are on their way, sends none of them twice, and counts them until they are acknowledged", async () => {
  const { participant, published, answers } = withoutAnswers(denier(10));
  participant.applyThrough(3);
  await participant.send(() => undefined);
  expect([published.length, participant.hasNews(), participant.pending()]).toEqual([3, false, 3]);
  participant.applyThrough(10);
  let isOut = false;
  const urgent = participant.send(() => undefined).then(() => void (isOut = true));
  await tick();
  expect([published.length, participant.hasNews(), isOut]).toEqual([11, false, false]);
  answers[1]?.();
  await urgent;
  expect([isOut, participant.pending()]).toEqual([true, 3]);
  answers[0]?.();
  await tick();
  expect(participant.pending()).toBe(0);
});

it("waits where much is on its way, as readers tell repeats among so many alone", async () => {
  const { participant, published, answers } = withoutAnswers(denier(1000));
  for (let seq = 50; seq <= 250; seq += 50) {
    participant.applyThrough(seq);
    await participant.send(() => undefined);
  }
  participant.applyThrough(257);
  let isSent = false;
  const more = participant.send(() => undefined).then(() => void (isSent = true));
  await tick();
  expect([published.length, isSent]).toEqual([250, false]);
  answers[0]?.();
  await more;
  expect(published.length).toBe(257);
});

it("tells of a denial that could not be published, though nobody waited for it", async () => {
  const { participant, refusals } = withoutAnswers(denier(1000));
  participant.applyThrough(1);
  const failures: unknown[] = [];
  await participant.send((failure) => failures.push(failure));
  refusals[0]?.("fenced");
  await tick();
  expect(failures).toEqual(["fenced"]);
});
