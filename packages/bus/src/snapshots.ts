import { Objm } from "@nats-io/obj";
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
      const found = await Promise.all([0, 1].map((slot) => store.getBlob(name(machine, slot))));
      return found.filter((bytes) => bytes !== null).map((bytes) => new TextDecoder().decode(bytes));
    },
    keep: async (place, text) =>
      void (await store.putBlob({ name: snapshotName(place) }, new TextEncoder().encode(text))),
    drop: async (place) => void (await store.delete(snapshotName(place))),
    kept: async (machine) =>
      (await store.list())
        .flatMap((info) => (info.deleted ? [] : (parseSnapshotName(info.name) ?? [])))
        .filter((place) => place.machine === machine)
        .sort((one, other) => one.seq - other.seq),
    getKept: async (place) => {
      const bytes = await store.getBlob(snapshotName(place));
      return bytes === null ? undefined : new TextDecoder().decode(bytes);
    },
  };
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
