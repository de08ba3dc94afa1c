import type { SnapshotStore } from "@bowline/bus";
import type { Entry, Machine } from "@bowline/contracts";
import { anEntry, aClock, at } from "@bowline/testkit";
import { describe, expect, it } from "vitest";
import { type HostSnapshot, makeMachineHost } from "./machine-host/index.ts";
import { makeSnapshotTaker } from "./snapshots.ts";

const IDENTITY = { build: "b", configVersion: "c" };

/** Answers each clock, and counts. */
function answering(): Machine {
  let seen = 0;
  return {
    name: "portfolio",
    version: 1,
    apply: ({ event }, emit) => {
      if (event.kind !== "control.clock") return;
      seen += 1;
      emit({ kind: "control.heartbeat", source: "portfolio", clockUs: event.nowUs });
    },
    snapshot: () => seen,
    restore: (snapshot) => void (seen = snapshot as number),
  };
}

const beat = (seq: number): Entry => {
  const clock = aClock({ nowUs: at(seq) });
  return { ...anEntry(clock, { machine: "clock", seenUs: at(seq), id: `BEAT${seq}`, causeSeq: seq }), seq };
};

/** What is put, by slot; each is stored when `stored` is called. */
function holdingStore() {
  const put: { slot: number; text: string }[] = [];
  const waiting: (() => void)[] = [];
  const kept: string[] = [];
  const store: SnapshotStore = {
    put: (_, slot, text) => {
      put.push({ slot, text });
      return new Promise((resolve) => void waiting.push(resolve));
    },
    getAll: async () => [],
    keep: async (_, text) => void kept.push(text),
    drop: async () => undefined,
    kept: async () => [],
    getKept: async () => undefined,
  };
  const stored = async (): Promise<void> => {
    for (const resolve of waiting.splice(0)) resolve();
    await new Promise((resolve) => void setImmediate(resolve));
  };
  return { store, put, kept, stored };
}

describe("a taker of snapshots", () => {
  const begun = (keepsPast = false) => {
    const held = holdingStore();
    const options = { store: held.store, generation: "g", everySeconds: 10, keepsPast, onFailure: expect.fail };
    const taker = makeSnapshotTaker(options);
    const host = makeMachineHost(answering(), IDENTITY);
    const through = (from: number, to: number): void => {
      for (let seq = from; seq <= to; seq++) host.apply(beat(seq));
      taker.consider(host);
    };
    through(1, 1);
    return { ...held, host, through };
  };

  it("takes one each time the journal has moved on by enough, into two places in turn, one at a time", async () => {
    const { put, stored, through } = begun();
    through(2, 10);
    expect(put).toEqual([]);
    through(11, 11);
    through(12, 30);
    expect(put.map(({ slot }) => slot)).toEqual([1]);
    await stored();
    through(31, 31);
    expect(put.map(({ slot }) => slot)).toEqual([1, 0]);
  });

  it("takes it also while something is on its way, which is pending again where it is restored", () => {
    const { put, host, through } = begun();
    host.outbox.move(host.outbox.pending(), "SENT");
    through(2, 11);
    const restored = makeMachineHost(answering(), IDENTITY);
    restored.restore(JSON.parse(put[0]?.text ?? "") as HostSnapshot);
    expect(restored.outbox.pending().map(({ header }) => header.id)).toEqual(
      host.outbox.items().map(({ header }) => header.id),
    );
    expect([restored.position(), restored.machine.snapshot()]).toEqual([11, 11]);
  });

  it("keeps those of the past where it is asked to", () => {
    const { put, kept, through } = begun(true);
    through(2, 11);
    expect(kept).toEqual(put.map(({ text }) => text));
  });
});
