import { decodeEvent } from "@bowline/contracts";
import { type Bus, type SnapshotStore, entryAt } from "@bowline/bus";
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

/** Takes a snapshot whenever enough journal time has passed; the last two are kept. */
export function makeSnapshotTaker(
  store: SnapshotStore,
  generation: string,
  everySeconds: number,
  onFailure: (failure: unknown) => void,
): { consider(host: MachineHost): void } {
  const lastByName = new Map<string, { nowUs: number; slot: 0 | 1; busy: boolean }>();
  return {
    consider(host) {
      const last = lastByName.get(host.name) ?? { nowUs: host.nowUs(), slot: 0, busy: false };
      lastByName.set(host.name, last);
      if (last.busy || host.nowUs() - last.nowUs < everySeconds * US_PER_SECOND || host.outbox.pendingCount() > 0)
        return;
      last.nowUs = host.nowUs();
      last.slot = last.slot === 0 ? 1 : 0;
      last.busy = true;
      store
        .put(host.name, last.slot, canonicalJson(host.snapshot(generation) as unknown as JsonValue))
        .catch(onFailure)
        .finally(() => void (last.busy = false));
    },
  };
}
