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
function aRestart(entries: readonly Entry[], hosted: Machine = machine) {
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
    return [];
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
const kills = Array.from({ length: 200 }, (_, index) => killAt(index + 1));

it("records wait for those of the next causes, and anything else takes them along before the next", () => {
  const { participant } = aRestart(kills, recorder(5));
  participant.applyThrough(4);
  expect([participant.pending(), participant.mustPublish()]).toEqual([4, false]);
  participant.applyThrough(5);
  expect([participant.pending(), participant.mustPublish()]).toEqual([6, true]);
});

it("not even records wait when they are many", () => {
  const { participant } = aRestart(kills, recorder(1000));
  participant.applyThrough(127);
  expect(participant.mustPublish()).toBe(false);
  participant.applyThrough(128);
  expect([participant.pending(), participant.mustPublish()]).toEqual([128, true]);
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
  many.participant.applyThrough(127);
  expect(many.participant.mustPublish()).toBe(false);
  many.participant.applyThrough(128);
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
