import { type Entry, type Event, type Machine, machineHash } from "@bowline/contracts";
import type { JsonValue } from "@bowline/kernel";
import { expect } from "vitest";

/** What a machine wrote, with the sequence of the cause. */
export type Output = { readonly causeSeq: number; readonly event: Event };

/** Feeds entries to a machine and collects what it writes. */
export function runMachine(machine: Machine, entries: readonly Entry[]): readonly Output[] {
  const outputs: Output[] = [];
  for (const entry of entries) machine.apply(entry, (event) => outputs.push({ causeSeq: entry.seq, event }));
  return outputs;
}

/**
 * The laws of every machine: the same entries twice give equal outputs and an equal hash; a snapshot taken anywhere, through
 * JSON, and restored into a fresh machine gives the rest of the outputs and the same end.
 */
export function checkMachineLaws(
  makeMachine: () => Machine,
  entries: readonly Entry[],
  cuts: readonly number[] = [Math.floor(entries.length / 2)],
): void {
  const first = makeMachine();
  const outputs = runMachine(first, entries);
  const second = makeMachine();
  expect(runMachine(second, entries), "the same entries give the same outputs").toEqual(outputs);
  expect(machineHash(second), "the same entries give the same hash").toBe(machineHash(first));
  for (const cut of cuts) {
    const before = makeMachine();
    const head = runMachine(before, entries.slice(0, cut));
    const snapshot = JSON.parse(JSON.stringify(before.snapshot())) as JsonValue;
    const after = makeMachine();
    after.restore(snapshot);
    expect(machineHash(after), `a restored snapshot hashes as before (cut at ${cut})`).toBe(machineHash(before));
    expect([...head, ...runMachine(after, entries.slice(cut))], `a restart at ${cut} changes no output`).toEqual(
      outputs,
    );
    expect(machineHash(after), `a restart at ${cut} changes no state`).toBe(machineHash(first));
  }
}
