import { decodeEvent } from "@bowline/contracts";
import { type Bus, type SnapshotPlace, type SnapshotStore, entryAt } from "@bowline/bus";
import { canonicalJson, type JsonValue, US_PER_SECOND } from "@bowline/kernel";
import type { HostSnapshot, MachineHost } from "./machine-host/index.ts";

/** The newest snapshot that counts: of this generation and version, and with its entry still at its sequence in the journal. */
export async function findSnapshot(
  bus: Bus,
  store: SnapshotStore,
  host: MachineHost,
  generation: string,
): Promise<HostSnapshot | undefined> {
  const texts = await store.getAll(host.name);
  const candidates = texts
    .map((text) => JSON.parse(text) as HostSnapshot)
    .filter((s) => s.generation === generation && s.version === host.machine.version);
  for (const snapshot of candidates.sort((a, b) => b.seq - a.seq))
    if (await stillStands(bus, snapshot)) return snapshot;
  return undefined;
}

async function stillStands(bus: Bus, snapshot: HostSnapshot): Promise<boolean> {
  const raw = await entryAt(bus, snapshot.entrySeq).catch(() => undefined);
  if (raw === undefined) return false;
  const decoded = decodeEvent(raw.subject, raw.bytes);
  return decoded.ok && decoded.value.header.id === snapshot.entryId;
}

export type SnapshotTakerOptions = {
  readonly store: SnapshotStore;
  readonly generation: string;
  /** Journal time between two snapshots of a machine. */
  readonly everySeconds: number;
  /** Whether those of the past are kept, too. */
  readonly keepsPast: boolean;
  onFailure(failure: unknown): void;
};

/** However little time passed: what is read again from a snapshot on stays short. */
const MOST_ENTRIES = 20_000;
/** Two sessions at one every five minutes. */
const MOST_KEPT = 160;

/**
 * Takes a snapshot whenever enough journal time or many entries have passed; the last two are kept, and the past where it is asked for. What
 * is not acknowledged is in it: who always has something on the way would never be saved otherwise.
 */
export function makeSnapshotTaker(options: SnapshotTakerOptions): { consider(host: MachineHost): void } {
  const { store, generation, everySeconds, onFailure } = options;
  const lastByName = new Map<string, { nowUs: number; seq: number; slot: 0 | 1; busy: boolean }>();
  const isDue = (host: MachineHost, last: { readonly nowUs: number; readonly seq: number }): boolean =>
    host.nowUs() - last.nowUs >= everySeconds * US_PER_SECOND || host.position() - last.seq >= MOST_ENTRIES;
  return {
    consider(host) {
      const last = lastByName.get(host.name) ?? { nowUs: host.nowUs(), seq: host.position(), slot: 0, busy: false };
      lastByName.set(host.name, last);
      if (last.busy || !isDue(host, last)) return;
      last.nowUs = host.nowUs();
      last.seq = host.position();
      last.slot = last.slot === 0 ? 1 : 0;
      last.busy = true;
      const text = canonicalJson(host.snapshot(generation) as unknown as JsonValue);
      const place = { machine: host.name, seq: host.position(), nowUs: host.nowUs() };
      Promise.all([store.put(host.name, last.slot, text), options.keepsPast ? keep(store, place, text) : undefined])
        .catch(onFailure)
        .finally(() => void (last.busy = false));
    },
  };
}

async function keep(store: SnapshotStore, place: SnapshotPlace, text: string): Promise<void> {
  await store.keep(place, text);
  const kept = await store.kept(place.machine);
  for (const old of kept.slice(0, Math.max(0, kept.length - MOST_KEPT))) await store.drop(old);
}
