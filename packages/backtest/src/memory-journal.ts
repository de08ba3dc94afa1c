import { EVENT_DEFINITIONS, type Entry, type Event, type Header, SCHEMA_VERSION, subjectOf } from "@bowline/contracts";
import type { Us } from "@bowline/kernel";

/** What an entry is caused by, and its place among the outputs of that cause. */
export type Origin = {
  readonly machine: string;
  readonly cause?: Entry | undefined;
  readonly causeSeq: number;
  readonly ordinal: number;
  readonly correlationId?: string | undefined;
  readonly eventUs: Us;
  readonly seenUs: Us;
};

/**
 * The journal of a backtest: entries in order, with the headers that the live loop would write, but for ids, which are
 * serials here. It holds what somebody has yet to read and forgets the rest.
 */
export type MemoryJournal = {
  /** Sequence of the last entry. */
  lastSeq(): number;
  /** An entry that was not forgotten. */
  at(seq: number): Entry;
  append(event: Event, origin: Origin, subject?: string): void;
  /** Lets go of everything: every reader has seen it. */
  forget(): void;
};

/** All entries stand under epoch 1: there is one process and no take-over. */
const EPOCH = 1;

/** Kinds whose subject follows from the symbol alone, or from nothing: its group never changes in a run. */
const BY_SYMBOL: ReadonlySet<string> = new Set(
  EVENT_DEFINITIONS.filter(({ subject }) =>
    (subject.match(/{[^}]+}/g) ?? []).every((token) => /^{(group|symbol)}$/.test(token)),
  ).map(({ kind }) => kind),
);

/** `subjectOf`, with what repeats made once. */
function makeSubjects(): (event: Event) => string {
  const known = new Map<string, Map<string, string>>();
  return (event) => {
    if (!BY_SYMBOL.has(event.kind)) return subjectOf(event);
    const symbol = "symbol" in event ? event.symbol : "";
    const bySymbol = known.get(event.kind) ?? new Map<string, string>();
    const subject = bySymbol.get(symbol) ?? subjectOf(event);
    known.set(event.kind, bySymbol.set(symbol, subject));
    return subject;
  };
}

export function makeMemoryJournal(onEntry: ((entry: Entry) => void) | undefined): MemoryJournal {
  const held: Entry[] = [];
  let base = 1;
  const subjectOfKnown = makeSubjects();
  return {
    lastSeq: () => base + held.length - 1,
    at: (seq) => held[seq - base] as Entry,
    append(event, origin, subject = subjectOfKnown(event)) {
      const seq = base + held.length;
      const entry: Entry = { seq, subject, header: headerOf(String(seq), origin), event };
      held.push(entry);
      onEntry?.(entry);
    },
    forget() {
      base += held.length;
      held.length = 0;
    },
  };
}

function headerOf(id: string, origin: Origin): Header {
  const { cause } = origin;
  return {
    id,
    causeId: cause === undefined ? "" : cause.header.id,
    causeSeq: origin.causeSeq,
    ordinal: origin.ordinal,
    correlationId: origin.correlationId ?? (cause === undefined ? id : cause.header.correlationId),
    machine: origin.machine,
    epoch: EPOCH,
    build: "backtest",
    configVersion: "backtest",
    eventUs: origin.eventUs,
    seenUs: origin.seenUs,
    schemaVersion: SCHEMA_VERSION,
  };
}
