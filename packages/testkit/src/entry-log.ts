import { type Entry, decodeEvent } from "@bowline/contracts";

/** Entries as they arrive from a stream, and a way to wait for one. */
export type EntryLog = {
  /** To be given to a reader: decodes and keeps. Throws on what cannot be read. */
  add(raw: { readonly seq: number; readonly subject: string; readonly bytes: Uint8Array }): void;
  readonly entries: readonly Entry[];
  /** The first entry that answers to the test, of those that are there or still come. */
  until(test: (entry: Entry) => boolean): Promise<Entry>;
};

export function makeEntryLog(): EntryLog {
  const entries: Entry[] = [];
  let waiters: { test: (entry: Entry) => boolean; resolve: (entry: Entry) => void }[] = [];
  return {
    entries,
    add({ seq, subject, bytes }) {
      const decoded = decodeEvent(subject, bytes);
      if (!decoded.ok) throw new Error(`${subject} at ${seq}: ${JSON.stringify(decoded.error)}`);
      const entry = { seq, subject, ...decoded.value };
      entries.push(entry);
      for (const waiter of waiters) if (waiter.test(entry)) waiter.resolve(entry);
      waiters = waiters.filter((waiter) => !waiter.test(entry));
    },
    async until(test) {
      const found = entries.find(test);
      return found ?? new Promise<Entry>((resolve) => void waiters.push({ test, resolve }));
    },
  };
}
