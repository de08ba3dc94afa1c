import { type Bus, DECISIONS, readFrom } from "@bowline/bus";
import type { Entry } from "@bowline/contracts";
import { entryOf } from "../journal-reading.ts";

/** Everything journaled, as it comes. */
export type JournalFollower = {
  entries(): readonly Entry[];
  decisions(): readonly Entry[];
  /** Resolves at the next entry, or after so many milliseconds. */
  changed(withinMs: number): Promise<void>;
  stop(): Promise<void>;
};

/** Follows journal and decisions from their beginning. */
export async function followJournal(bus: Bus, onEntry: (entry: Entry) => void): Promise<JournalFollower> {
  const entries: Entry[] = [];
  const decisions: Entry[] = [];
  const waiting = new Set<() => void>();
  const decisionReader = await readFrom(bus, {
    stream: DECISIONS,
    fromSeq: 1,
    onEntry: (raw) => {
      const entry = entryOf(raw);
      if (entry !== undefined) decisions.push(entry);
    },
    // A decision record that is gone is missed by nobody but the words about a violation.
    onGap: () => undefined,
  });
  const reader = await readFrom(bus, {
    fromSeq: 1,
    onEntry: (raw) => {
      const entry = entryOf(raw);
      if (entry === undefined) return;
      entries.push(entry);
      onEntry(entry);
      for (const wake of waiting) wake();
    },
    onGap: (expected, got) => {
      throw new Error(`the journal has a gap: expected entry ${expected}, got ${got}`);
    },
  });
  return {
    entries: () => entries,
    decisions: () => decisions,
    changed: (withinMs) =>
      new Promise((resolve) => {
        const wake = (): void => {
          clearTimeout(timer);
          waiting.delete(wake);
          resolve();
        };
        const timer = setTimeout(wake, withinMs);
        waiting.add(wake);
      }),
    stop: async () => {
      await decisionReader.stop();
      await reader.stop();
    },
  };
}
