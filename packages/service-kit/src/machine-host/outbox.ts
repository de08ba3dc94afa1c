import { type Entry, type Event, type Header, isRecord } from "@bowline/contracts";
import { type JsonValue, canonicalJson } from "@bowline/kernel";

/** An output emitted and not yet seen in the journal. The epoch is put in when it is published. */
export type OutboxItem = {
  readonly header: Omit<Header, "epoch">;
  readonly event: Event;
  /** Of its publication: not begun, on its way, or acknowledged. */
  stage: "NEW" | "SENT" | "ACKED";
};

/** Nothing is decided on a record, and a denial stops what was asked: neither holds up the next cause. */
const isUrgent = ({ event }: OutboxItem): boolean => !isRecord(event) && event.kind !== "order.denied";

/** The journal holds another content under an id of ours: two builds, or a machine that is not deterministic. */
export class DivergedError extends Error {
  override name = "DivergedError";
}

export type Outbox = {
  add(item: OutboxItem): void;
  /** An own entry was read back: takes it out. Throws DivergedError where its content is another. */
  strike(entry: Entry): void;
  /** What is neither acknowledged nor on its way, in order. */
  pending(): readonly OutboxItem[];
  /** How many are not acknowledged; how many are not even on their way; and how many of these must be before the next cause. */
  counts(): Readonly<Counts>;
  /** These are on their way, or the journal has them. */
  move(items: readonly OutboxItem[], to: "SENT" | "ACKED"): void;
  /** Takes out what goes to a stream that is not read back. */
  drop(test: (item: OutboxItem) => boolean): void;
  items(): readonly OutboxItem[];
  /** The newest own output that was read back. */
  lastStruck(): Struck;
};
export type Counts = { unacked: number; pending: number; urgent: number };
export type Struck = { readonly causeSeq: number; readonly ordinal: number };

const contentOf = (event: Event): string => canonicalJson(event as unknown as JsonValue);

export function makeOutbox(initial: readonly OutboxItem[] = [], struck: Struck = { causeSeq: 0, ordinal: -1 }): Outbox {
  let items = [...initial];
  let last = struck;
  const counts: Counts = { unacked: 0, pending: 0, urgent: 0 };
  const count = (item: OutboxItem, by: 1 | -1): void => {
    if (item.stage === "ACKED") return;
    counts.unacked += by;
    if (item.stage !== "NEW") return;
    counts.pending += by;
    if (isUrgent(item)) counts.urgent += by;
  };
  const restage = (item: OutboxItem, stage: OutboxItem["stage"]): void => {
    count(item, -1);
    item.stage = stage;
    count(item, 1);
  };
  for (const item of items) count(item, 1);
  return {
    add(item) {
      items.push(item);
      count(item, 1);
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
      // Its acknowledgement may come yet.
      restage(item, "ACKED");
    },
    pending: () => (counts.pending === 0 ? [] : items.filter(({ stage }) => stage === "NEW")),
    counts: () => counts,
    move(moved, to) {
      for (const item of moved) restage(item, to);
    },
    drop(test) {
      items = items.filter((item) => {
        const isDropped = test(item);
        if (isDropped) count(item, -1);
        return !isDropped;
      });
    },
    items: () => items,
    lastStruck: () => last,
  };
}
