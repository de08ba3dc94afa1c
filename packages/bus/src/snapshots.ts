import { Objm, type ObjectResult, type ObjectStore } from "@nats-io/obj";
import { Kvm } from "@nats-io/kv";
import type { Bus } from "./connection.ts";
import { CRASHES, SNAPSHOTS } from "./streams.ts";

/** Where a snapshot of the past stands: what it was taken after, and when. */
export type SnapshotPlace = { readonly machine: string; readonly seq: number; readonly nowUs: number };

/** A name that says where a snapshot stands, for an object or a file. */
export const snapshotName = ({ machine, seq, nowUs }: SnapshotPlace): string => `${machine}@${seq}@${nowUs}`;

/** The place that a name tells of; `undefined` where it is the name of something else. */
export function parseSnapshotName(name: string): SnapshotPlace | undefined {
  const match = /^(.+)@(\d+)@(\d+)$/.exec(name);
  return match === null ? undefined : { machine: match[1] ?? "", seq: Number(match[2]), nowUs: Number(match[3]) };
}

/** Snapshots of machines in a chunked object store: the last two of each, and those of the past that somebody keeps. */
export type SnapshotStore = {
  put(machine: string, slot: 0 | 1, text: string): Promise<void>;
  /** What is stored, newest or not; the caller decides which counts. */
  getAll(machine: string): Promise<readonly string[]>;
  /** Keeps one beside those, until `drop`. */
  keep(place: SnapshotPlace, text: string): Promise<void>;
  drop(place: SnapshotPlace): Promise<void>;
  /** What is kept of a machine, oldest first. */
  kept(machine: string): Promise<readonly SnapshotPlace[]>;
  getKept(place: SnapshotPlace): Promise<string | undefined>;
};

export async function openSnapshots(bus: Bus): Promise<SnapshotStore> {
  const store = await new Objm(bus.nats).open(SNAPSHOTS);
  const name = (machine: string, slot: number): string => `${machine}.${slot}`;
  return {
    put: async (machine, slot, text) =>
      void (await store.putBlob({ name: name(machine, slot) }, new TextEncoder().encode(text))),
    getAll: async (machine) => {
      const found = await Promise.all([0, 1].map((slot) => read(store, name(machine, slot))));
      return found.filter((text) => text !== undefined);
    },
    keep: async (place, text) =>
      void (await store.putBlob({ name: snapshotName(place) }, new TextEncoder().encode(text))),
    drop: async (place) => void (await store.delete(snapshotName(place))),
    kept: async (machine) =>
      (await store.list())
        .flatMap((info) => (info.deleted ? [] : (parseSnapshotName(info.name) ?? [])))
        .filter((place) => place.machine === machine)
        .sort((one, other) => one.seq - other.seq),
    getKept: (place) => read(store, snapshotName(place)),
  };
}

/** Somebody replaces it again and again. */
const ATTEMPTS = 20;
/** A part that takes longer may be gone: it is asked whether the object is still that one. */
const LATE_MS = 250;
/** Parts that are gone of an object that nobody replaced: that often is waited for one. */
const WAITS = 12;

/**
 * Who replaces an object takes its parts away: who has looked it up just before waits for them for good, or has half of them. So it is looked
 * up anew; one whose parts are gone, or are not what was written, counts as none.
 */
async function read(store: ObjectStore, name: string): Promise<string | undefined> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const found = await store.get(name);
    if (found === null) return undefined;
    const isReplaced = async (): Promise<boolean> => (await store.info(name))?.nuid !== found.info.nuid;
    const text = await textOf(found, isReplaced);
    if (text !== undefined || !(await isReplaced())) return text;
  }
  return undefined;
}

async function textOf({ data, error }: ObjectResult, isReplaced: () => Promise<boolean>): Promise<string | undefined> {
  const reader = data.getReader();
  // What reads tells it too.
  error.catch(() => undefined);
  const decoder = new TextDecoder();
  let text = "";
  let reading = reader.read();
  try {
    for (let waits = 0; waits < WAITS; waits++) {
      for (let part = await ifSoon(reading); part !== undefined; part = await ifSoon(reading)) {
        if (part.done) return text + decoder.decode();
        text += decoder.decode(part.value, { stream: true });
        reading = reader.read();
      }
      if (await isReplaced()) return undefined;
    }
    return undefined;
  } catch {
    return undefined;
  } finally {
    void reader.cancel().catch(() => undefined);
  }
}

async function ifSoon<T>(reading: Promise<T>): Promise<T | undefined> {
  const late = Promise.withResolvers<undefined>();
  const timer = setTimeout(late.resolve, LATE_MS, undefined);
  return Promise.race([reading, late.promise]).finally(() => clearTimeout(timer));
}

export type CrashRecord = { readonly seq: number; readonly count: number; readonly reason: string };

/** How often a machine crashed at which entry: outlives the process. */
export type CrashBook = {
  get(machine: string): Promise<CrashRecord | undefined>;
  put(machine: string, record: CrashRecord): Promise<void>;
};

export async function openCrashes(bus: Bus): Promise<CrashBook> {
  const kv = await new Kvm(bus.nats).open(CRASHES);
  return {
    get: async (machine) => (await kv.get(machine))?.json<CrashRecord>() ?? undefined,
    put: async (machine, record) => void (await kv.put(machine, JSON.stringify(record))),
  };
}
