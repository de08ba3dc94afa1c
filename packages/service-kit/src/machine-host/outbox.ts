import type { Entry, Event, Header } from "@bowline/contracts";
import { type JsonValue, canonicalJson } from "@bowline/kernel";

/** An output emitted and not yet seen in the journal. The epoch is put in when it is published. */
export type OutboxItem = { readonly header: Omit<Header, "epoch">; readonly event: Event; acked: boolean };

/** The journal holds another content under an id of ours: two builds, or a machine that is not deterministic. */
export class DivergedError extends Error {
  override name = "DivergedError";
}

export type Outbox = {
  add(item: OutboxItem): void;
  /** An own entry was read back: takes it out. Throws DivergedError where its content is another. */
  strike(entry: Entry): void;
  /** What is not acknowledged yet, in order. */
  pending(): readonly OutboxItem[];
  pendingCount(): number;
  /** The journal has these. */
  acknowledge(acked: readonly OutboxItem[]): void;
  /** Takes out what goes to a stream that is not read back. */
  drop(test: (item: OutboxItem) => boolean): void;
  items(): readonly OutboxItem[];
  /** The newest own output that was read back. */
  lastStruck(): Struck;
};
export type Struck = { readonly causeSeq: number; readonly ordinal: number };

const contentOf = (event: Event): string => canonicalJson(event as unknown as JsonValue);

export function makeOutbox(initial: readonly OutboxItem[] = [], struck: Struck = { causeSeq: 0, ordinal: -1 }): Outbox {
  let items = [...initial];
  let unacked = 0;
  let last = struck;
  const recount = (): void => void (unacked = items.reduce((count, item) => count + (item.acked ? 0 : 1), 0));
  recount();
  return {
    add(item) {
      items.push(item);
      unacked += 1;
    },
    strike(entry) {
      const index = items.findIndex((item) => item.header.id === entry.header.id);
      const item = items[index];
      if (item === undefined) {
        const { causeSeq, ordinal } = entry.header;
        const seen = causeSeq < last.causeSeq || (causeSeq === last.causeSeq && ordinal <= last.ordinal);
        if (!seen)
          throw new DivergedError(
            `DIVERGED: entry ${entry.seq} (${entry.event.kind}) is under our name, but we would not write it`,
          );
        return;
      }
      if (contentOf(item.event) !== contentOf(entry.event)) {
        throw new DivergedError(
          `DIVERGED: entry ${entry.seq} says ${contentOf(entry.event)}, we would write ${contentOf(item.event)}`,
        );
      }
      last = { causeSeq: entry.header.causeSeq, ordinal: entry.header.ordinal };
      items.splice(index, 1);
      recount();
    },
    pending: () => items.filter((item) => !item.acked),
    pendingCount: () => unacked,
    acknowledge(acked) {
      for (const item of acked) item.acked = true;
      recount();
    },
    drop(test) {
      items = items.filter((item) => !test(item));
      recount();
    },
    items: () => items,
    lastStruck: () => last,
  };
}
