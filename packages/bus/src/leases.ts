import { type KV, type KvEntry, Kvm } from "@nats-io/kv";
import type { Bus } from "./connection.ts";
import { LEASES } from "./streams.ts";

/** What stands in the lease bucket under a machine's name. */
export type LeaseValue = { readonly holder: string; readonly epoch: number };
export type LeaseSeen = LeaseValue & { readonly revision: number; readonly seenMs: number };

export type LeaseBook = {
  /** The lease of a machine as it was last seen, with the local monotonic time of that. */
  seen(machine: string): LeaseSeen | undefined;
  machines(): readonly string[];
  /** Takes a lease that nobody holds or whose seen holder fell silent; `undefined` where somebody was faster or was not seen yet. The new epoch is greater than every older one. */
  take(machine: string, holder: string): Promise<number | undefined>;
  /** Renews an own lease; false where it is somebody else's by now. Throws where the server does not answer. */
  renew(machine: string, holder: string): Promise<boolean>;
  /** Gives an own lease back at once. */
  release(machine: string, holder: string): Promise<void>;
  stop(): void;
};

const TIMEOUT_MS = 1000;
const encode = (value: LeaseValue): Uint8Array => new TextEncoder().encode(JSON.stringify(value));

/** Leases on machines: a KV bucket whose revisions make the epochs. `monotonicMs` is the caller's clock. */
export async function openLeases(bus: Bus, monotonicMs: () => number): Promise<LeaseBook> {
  const kv = await new Kvm(bus.nats).open(LEASES);
  const leases = new Map<string, LeaseSeen>();
  const note = (entry: Pick<KvEntry, "key" | "revision">, value: LeaseValue): void => {
    const known = leases.get(entry.key);
    if (known === undefined || entry.revision > known.revision)
      leases.set(entry.key, { ...value, revision: entry.revision, seenMs: monotonicMs() });
  };
  const watch = await kv.watch();
  void (async () => {
    for await (const entry of watch) if (entry.operation === "PUT") note(entry, entry.json<LeaseValue>());
  })();
  const write = async (machine: string, value: LeaseValue, revision: number): Promise<number | undefined> => {
    const written = await updateAt(kv, machine, value, revision);
    if (written !== undefined) note({ key: machine, revision: written }, value);
    return written;
  };
  const inTurn = makeTurns();
  const renewNow = async (machine: string, holder: string): Promise<boolean> => {
    const known = leases.get(machine);
    if (known?.holder !== holder) return false;
    if ((await write(machine, { holder, epoch: known.epoch }, known.revision)) !== undefined) return true;
    // A renewal of ours whose answer was lost may have been stored.
    const stored = await fetchLease(kv, machine, monotonicMs);
    if (stored?.holder !== holder) return false;
    return (await write(machine, { holder, epoch: stored.epoch }, stored.revision)) !== undefined;
  };
  return {
    seen: (machine) => leases.get(machine),
    machines: () => [...leases.keys()].sort(),
    take: async (machine, holder) => {
      const known = leases.get(machine);
      const stored = known ?? (await fetchLease(kv, machine, monotonicMs));
      if (known === undefined && stored !== undefined && stored.holder !== "") {
        // Somebody whom the caller has not seen yet: only time can tell whether he is still there.
        note({ key: machine, revision: stored.revision }, stored);
        return undefined;
      }
      const revision = stored?.revision ?? 0;
      const epoch = revision + 1;
      return (await write(machine, { holder, epoch }, revision)) === undefined ? undefined : epoch;
    },
    renew: (machine, holder) => inTurn(machine, () => renewNow(machine, holder)),
    release: async (machine, holder) => {
      const known = leases.get(machine);
      if (known?.holder === holder) await write(machine, { holder: "", epoch: known.epoch }, known.revision);
    },
    stop: () => watch.stop(),
  };
}

/** Runs what belongs to one name one after the other: two renewals at once would each take the other for a stranger. */
function makeTurns(): <T>(name: string, run: () => Promise<T>) => Promise<T> {
  const last = new Map<string, Promise<unknown>>();
  return (name, run) => {
    const mine = (last.get(name) ?? Promise.resolve()).then(run, run);
    last.set(name, mine);
    return mine;
  };
}

async function fetchLease(kv: KV, machine: string, monotonicMs: () => number): Promise<LeaseSeen | undefined> {
  const entry = await kv.get(machine);
  return entry === null ? undefined : { ...entry.json<LeaseValue>(), revision: entry.revision, seenMs: monotonicMs() };
}

/** Compare-and-set; `undefined` where the revision was not the newest. */
async function updateAt(kv: KV, key: string, value: LeaseValue, revision: number): Promise<number | undefined> {
  try {
    return revision === 0
      ? await kv.create(key, encode(value))
      : await kv.update(key, encode(value), revision, TIMEOUT_MS);
  } catch (failure) {
    if (failure instanceof Error && /wrong last sequence|key already exists/i.test(failure.message)) return undefined;
    throw failure;
  }
}

/** Every lease as it stands now, by machine; those of processes' presence are among them. */
export async function listLeases(bus: Bus): Promise<ReadonlyMap<string, LeaseValue>> {
  const kv = await new Kvm(bus.nats).open(LEASES);
  const leases = new Map<string, LeaseValue>();
  for await (const key of await kv.keys()) {
    const entry = await kv.get(key);
    if (entry?.operation === "PUT") leases.set(key, entry.json<LeaseValue>());
  }
  return leases;
}
