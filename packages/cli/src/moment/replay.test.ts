import type { Entry, Machine } from "@bowline/contracts";
import { aClock, anEntry } from "@bowline/testkit";
import { expect, test } from "vitest";
import { makeReplay } from "./replay.ts";

/** Remembers the sequences that it was shown. */
function aWitness(): Machine & { seen: number[] } {
  const seen: number[] = [];
  return {
    name: "strategy.tech",
    version: 3,
    seen,
    apply: ({ seq }) => void seen.push(seq),
    snapshot: () => [...seen],
    restore: (state) => void seen.splice(0, seen.length, ...(state as number[])),
  };
}

const entry = (seq: number, machine = "clock", causeSeq = seq): Entry => anEntry(aClock(), { seq, machine, causeSeq });

test("shows a machine what the loop showed it: no repeat, nothing of its own, nothing quarantined", () => {
  const machine = aWitness();
  const replay = makeReplay(machine, new Set([4]));
  for (const one of [entry(1), entry(2, "strategy.tech"), entry(3, "clock", 1), entry(4), entry(5)]) replay.apply(one);
  expect(machine.seen).toEqual([1, 5]);
  expect(replay.position()).toBe(5);
});

test("goes on from a snapshot, repeats included", () => {
  const first = makeReplay(aWitness());
  first.apply(entry(1));
  first.apply(entry(2));
  const snapshot = first.snapshot();
  expect(snapshot).toMatchObject({ version: 3, seq: 2, state: [1, 2] });
  const machine = aWitness();
  const replay = makeReplay(machine);
  replay.restore(snapshot);
  expect([replay.position(), replay.nowUs()]).toEqual([2, first.nowUs()]);
  replay.apply(entry(3, "clock", 2));
  replay.apply(entry(4));
  expect(machine.seen).toEqual([1, 2, 4]);
});
