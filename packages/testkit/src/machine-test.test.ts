import type { Machine } from "@bowline/contracts";
import type { JsonValue } from "@bowline/kernel";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arbitraryEvents, arbitraryJournal } from "./arbitraries.ts";
import { aClock, aSignal } from "./builders.ts";
import { aJournal, anEntry } from "./entries.ts";
import { checkMachineLaws } from "./machine-laws.ts";
import { machineTest } from "./machine-test.ts";
import { at } from "./times.ts";

/** Answers every clock with a heartbeat that counts; `forgetful` loses the count in its snapshot. */
function aCounter(forgetful = false): Machine {
  let clocks = 0;
  return {
    name: "counter",
    version: 1,
    apply(entry, emit) {
      if (entry.event.kind !== "control.clock") return;
      clocks += 1;
      emit({ kind: "control.heartbeat", source: `count-${clocks}`, clockUs: entry.event.nowUs });
    },
    snapshot: () => ({ clocks: forgetful ? 0 : clocks }),
    restore(snapshot: JsonValue) {
      clocks = (snapshot as { clocks: number }).clocks;
    },
  };
}

describe("given, when, then", () => {
  it("looks only at what the last step wrote", () => {
    const scenario = machineTest(aCounter()).given([aClock(), aSignal()]);
    scenario.when(aClock({ nowUs: at(1) })).then([{ kind: "control.heartbeat", source: "count-2", clockUs: at(1) }]);
  });
  it("matches parts of events but not fewer or more of them", () => {
    const outcome = machineTest(aCounter()).when([aClock(), aClock()]);
    outcome.thenMatch([{ kind: "control.heartbeat", source: "count-1" }, { kind: "control.heartbeat" }]);
    expect(() => outcome.thenMatch([{ kind: "control.heartbeat" }])).toThrow(/to deeply equal/);
    expect(() => outcome.thenNothing()).toThrow(/to deeply equal/);
  });
});

describe("the laws of a machine", () => {
  it("hold for a machine that keeps its state", () => {
    fc.assert(
      fc.property(arbitraryJournal(arbitraryEvents()), (entries) =>
        checkMachineLaws(aCounter, entries, [0, entries.length >> 1, entries.length]),
      ),
      { numRuns: 20 },
    );
  });
  it("fail for a snapshot that leaves something out", () => {
    expect(() => checkMachineLaws(() => aCounter(true), aJournal([aClock(), aClock(), aClock()]))).toThrow(
      /hash|restart/,
    );
  });
});

describe("entries", () => {
  it("have distinct ids, rising sequences and times that never go back", () => {
    const journal = aJournal([aClock({ nowUs: at(9) }), aClock({ nowUs: at(3) }), aClock({ nowUs: at(3) })], 5);
    expect(journal.map((e) => e.seq)).toEqual([5, 6, 7]);
    expect(journal.map((e) => e.header.seenUs)).toEqual([at(9), at(9), at(9)]);
    expect(new Set(journal.map((e) => e.header.id)).size).toBe(3);
  });
  it("take header fields from the caller", () => {
    const entry = anEntry(aSignal(), { machine: "prediction-ingest", epoch: 3, seenUs: at(2) });
    expect(entry).toMatchObject({
      seq: 1,
      subject: "bw.signal.accepted.tech.AAPL",
      header: { machine: "prediction-ingest", epoch: 3, seenUs: at(2), eventUs: at(2) },
    });
  });
});
