import type { Entry, Event, Machine } from "@bowline/contracts";
import { expect } from "vitest";
import { aJournal } from "./entries.ts";
import { runMachine } from "./machine-laws.ts";

type Inputs = Event | Entry | readonly (Event | Entry)[];

export type MachineOutcome = {
  /** What the machine wrote on `when`, in order. */
  readonly emitted: readonly Event[];
  /** Expects exactly these events, in this order. */
  then(expected: readonly Event[]): void;
  /** Expects events that have at least these fields, in this order and no others. */
  thenMatch(expected: readonly object[]): void;
  thenNothing(): void;
};
export type MachineScenario = {
  /** More history; its outputs are not looked at. */
  given(inputs: Inputs): MachineScenario;
  when(inputs: Inputs): MachineOutcome;
};

const listOf = (inputs: Inputs): readonly (Event | Entry)[] =>
  (Array.isArray(inputs) ? inputs : [inputs]) as readonly (Event | Entry)[];

/**
 * Given, when, then for a machine: `machineTest(machine).given([aClock()]).when(aSignal()).then([anIntent])`.
 * Bare events become entries with rising sequences and times.
 */
export function machineTest(machine: Machine): MachineScenario {
  const past: (Event | Entry)[] = [];
  const scenario: MachineScenario = {
    given(inputs) {
      past.push(...listOf(inputs));
      return scenario;
    },
    when(inputs) {
      const entries = aJournal([...past, ...listOf(inputs)]);
      runMachine(machine, entries.slice(0, past.length));
      const emitted = runMachine(machine, entries.slice(past.length)).map((output) => output.event);
      return {
        emitted,
        // oxlint-disable-next-line unicorn/no-thenable -- reads as the scenario does; an outcome is never awaited
        then: (expected) => expect(emitted).toEqual(expected),
        thenMatch(expected) {
          expect(emitted.map((event) => event.kind)).toEqual(expected.map((event) => (event as Event).kind));
          expect(emitted).toMatchObject(expected);
        },
        thenNothing: () => expect(emitted).toEqual([]),
      };
    },
  };
  return scenario;
}
