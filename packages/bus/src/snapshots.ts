import { Objm } from "@nats-io/obj";
import { Kvm } from "@nats-io/kv";
import type { Bus } from "./connection.ts";
import { CRASHES, SNAPSHOTS } from "./streams.ts";

/** Snapshots of machines in a chunked object store, the last two of each. */
export type SnapshotStore = {
  put(machine: string, slot: 0 | 1, text: string): Promise<void>;
  /** What is stored, newest or not; the caller decides which counts. */
  getAll(machine: string): Promise<readonly string[]>;
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
