import {
  consumedKinds,
  type Entry,
  SCHEMA_VERSION,
  type ServiceContract,
  decodeEvent,
  kindOfSubject,
} from "@bowline/contracts";
import { type Bus, type RawEntry, type ReadEntry, type Reader, deadLetter, readFrom } from "@bowline/bus";
import { assert, us } from "@bowline/kernel";
import type { Admit } from "./admission.ts";

/** The journal as this process has read it: entries by sequence, `undefined` where nobody here consumes the kind. */
export type EntryBuffer = {
  /** Oldest sequence that is still here. */
  firstSeq(): number;
  /** Newest sequence read. */
  lastSeq(): number;
  /** The entry at a sequence that was read and not trimmed; `undefined` where it is skipped. */
  at(seq: number): Entry | undefined;
  /** Resolves when the journal was read up to a sequence. */
  reached(seq: number): Promise<void>;
  /** Called after every arrival, with the entry where it is not skipped. */
  onArrival(callback: (entry: Entry | undefined) => void): void;
  /** Everything at or below is not needed any more. */
  trim(seq: number): void;
  start(fromSeq: number): Promise<void>;
  stop(): Promise<void>;
};

const TRIM_AT = 8192;

export function makeEntryBuffer(
  bus: Bus,
  contract: ServiceContract,
  {
    onUnreadable,
    onSetAside,
    onGap,
    admit = (_, entry) => entry,
  }: {
    onUnreadable(raw: RawEntry, reason: string): void;
    /** It was this process that put it aside. */
    onSetAside(raw: RawEntry, reason: string): void;
    onGap(expected: number, got: number): void;
    /** Asked of each entry, once; every one is let in where it is left out. */
    readonly admit?: Admit | undefined;
  },
): EntryBuffer {
  const wanted = makeFilter(contract);
  let entries: (Entry | undefined)[] = [];
  let firstSeq = 1;
  let last = 0;
  let reader: Reader | undefined;
  const callbacks: ((entry: Entry | undefined) => void)[] = [];
  let waiters: { seq: number; resolve: () => void }[] = [];

  const push = (raw: ReadEntry): void => {
    if (entries.length === 0) firstSeq = raw.seq;
    const entry = wanted(raw.subject) ? decodeOrMark(raw) : undefined;
    entries.push(entry);
    last = raw.seq;
    if (waiters.length > 0) {
      for (const waiter of waiters) if (waiter.seq <= last) waiter.resolve();
      waiters = waiters.filter((waiter) => waiter.seq > last);
    }
    for (const callback of callbacks) callback(entry);
  };
  const decodeOrMark = (raw: ReadEntry): Entry | undefined => {
    const decoded = decodeEvent(raw.subject, raw.bytes);
    if (decoded.ok) return admit(raw, { seq: raw.seq, subject: raw.subject, ...decoded.value });
    const reason = decoded.error.type === "malformed" ? decoded.error.message : "unknown subject";
    onUnreadable(raw, reason);
    // Everybody who reads it comes here; who was first says so.
    void deadLetter(bus, raw, reason).then((isFirst) => isFirst && onSetAside(raw, reason));
    return unreadableEntry(raw, reason);
  };

  return {
    firstSeq: () => firstSeq,
    lastSeq: () => last,
    at: (seq) => {
      assert(seq >= firstSeq && seq <= last, () => `entry ${seq} is not in the buffer (${firstSeq}..${last})`);
      return entries[seq - firstSeq];
    },
    reached: (seq) => (last >= seq ? Promise.resolve() : new Promise((resolve) => void waiters.push({ seq, resolve }))),
    onArrival: (callback) => void callbacks.push(callback),
    trim: (seq) => {
      if (seq - firstSeq < TRIM_AT) return;
      entries = entries.slice(seq + 1 - firstSeq);
      firstSeq = seq + 1;
    },
    start: async (fromSeq) => {
      last = fromSeq - 1;
      firstSeq = fromSeq;
      reader = await readFrom(bus, { fromSeq, onEntry: push, onGap });
    },
    stop: async () => {
      await reader?.stop();
    },
  };
}

function makeFilter(contract: ServiceContract): (subject: string) => boolean {
  const kinds = consumedKinds(contract);
  const timeframes = contract.timeframes === undefined ? undefined : new Set<string>(contract.timeframes);
  return (subject) => {
    const kind = kindOfSubject(subject);
    if (kind === undefined) return true;
    if (kind === "md.bar" && timeframes !== undefined) return timeframes.has(subject.split(".")[3] ?? "");
    return kinds.has(kind);
  };
}

/** An intent that nobody can read is an order that nobody makes: there is nothing to halt for. */
const HALTING = /^bw\.(order\.(?!intent\.)|position\.|risk\.)/;

/** What stands in for an unreadable order, position or risk entry, the same on every replay: its symbol is halted by the gate. */
function unreadableEntry(raw: RawEntry, reason: string): Entry | undefined {
  if (!HALTING.test(raw.subject)) return undefined;
  const header = {
    id: `unreadable-${raw.seq}`,
    causeId: "",
    causeSeq: raw.seq,
    ordinal: 0,
    correlationId: `unreadable-${raw.seq}`,
    machine: "journal",
    epoch: 0,
    build: "-",
    configVersion: "-",
    eventUs: us(1),
    seenUs: us(1),
    schemaVersion: SCHEMA_VERSION,
  };
  return {
    seq: raw.seq,
    subject: raw.subject,
    header,
    event: {
      kind: "control.quarantine",
      machineName: "journal",
      entrySeq: raw.seq,
      reason: `${raw.subject}: ${reason}`,
    },
  };
}
