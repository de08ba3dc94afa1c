import {
  EVENT_DEFINITIONS,
  type Entry,
  type Event,
  type EventKind,
  type Header,
  SCHEMA_VERSION,
  subjectOf,
  type Timeframe,
} from "@bowline/contracts";
import type { Us } from "@bowline/kernel";

/** What an entry is caused by, and its place among the outputs of that cause. Read at once: a writer may use it again. */
export type Origin = {
  readonly machine: string;
  readonly cause?: Entry | undefined;
  readonly causeSeq: number;
  readonly ordinal: number;
  readonly correlationId?: string | undefined;
  readonly eventUs: Us;
  readonly seenUs: Us;
  /** Of a machine whose configuration has versions. */
  readonly configVersion?: string | undefined;
};

/**
 * The journal of a backtest: entries in order, with the headers that the live loop would write, but for ids, which are
 * serials here. It keeps nothing: each reader has a queue of what it has yet to read.
 */
export type MemoryJournal = {
  /** Sequence of the last entry. */
  lastSeq(): number;
  append(event: Event, origin: Origin, subject?: string): void;
  /** A queue of the entries from here on that a reader sees, which the reader empties; all entries where `sees` is not given. */
  reader(sees?: Sight): Entry[];
};

/** Whether a reader sees events of this kind; of bars and quotes: of this timeframe, of this ticker group. Asked once for each. */
export type Sight = (kind: EventKind, timeframe: Timeframe | undefined, group: string | undefined) => boolean;

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
  const known = new Map<string, Map<string, string>>([...BY_SYMBOL].map((kind) => [kind, new Map()]));
  return (event) => {
    const bySymbol = known.get(event.kind);
    if (bySymbol === undefined) return subjectOf(event);
    const symbol = "symbol" in event ? (event.symbol ?? "") : "";
    const repeated = bySymbol.get(symbol);
    if (repeated !== undefined) return repeated;
    const subject = subjectOf(event);
    bySymbol.set(symbol, subject);
    return subject;
  };
}

export function makeMemoryJournal(onEntry: ((entry: Entry) => void) | undefined): MemoryJournal {
  let lastSeq = 0;
  const subjectOfKnown = makeSubjects();
  const readers = makeReaders();
  return {
    lastSeq: () => lastSeq,
    append(event, origin, subject = subjectOfKnown(event)) {
      lastSeq += 1;
      const entry: Entry = { seq: lastSeq, subject, header: headerOf(String(lastSeq), origin), event };
      for (const queue of readers.of(event, subject)) queue.push(entry);
      onEntry?.(entry);
    },
    reader: readers.add,
  };
}

/**
 * Nine entries in ten are bars and quotes, which concern few readers: who sees them is looked up by subject, of which there
 * are few, and who sees anything else by its kind.
 */
function makeReaders() {
  const all: { readonly sees: Sight; readonly queue: Entry[] }[] = [];
  const known = new Map<string, readonly Entry[][]>();
  const find = (event: Event): readonly Entry[][] => {
    const timeframe = event.kind === "md.bar" ? event.timeframe : undefined;
    const group = event.kind === "md.bar" || event.kind === "md.quote" ? event.group : undefined;
    return all.filter(({ sees }) => sees(event.kind, timeframe, group)).map(({ queue }) => queue);
  };
  return {
    add(sees: Sight = () => true): Entry[] {
      const queue: Entry[] = [];
      all.push({ sees, queue });
      known.clear();
      return queue;
    },
    of(event: Event, subject: string): readonly Entry[][] {
      const topic = event.kind === "md.quote" || event.kind === "md.bar" ? subject : event.kind;
      const queues = known.get(topic);
      if (queues !== undefined) return queues;
      const found = find(event);
      known.set(topic, found);
      return found;
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
    configVersion: origin.configVersion ?? "backtest",
    eventUs: origin.eventUs,
    seenUs: origin.seenUs,
    schemaVersion: SCHEMA_VERSION,
  };
}
