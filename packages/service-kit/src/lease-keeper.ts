import { type Bus, type LeaseBook, openLeases } from "@bowline/bus";
import { isDeadNeighbour } from "./holder.ts";
import { FencedError } from "./publisher.ts";

/** Without a renewal for this long a lease may be taken by another; its holder stops writing before. */
const LEASE_TTL_MS = 3000;
const SELF_FENCE_MS = 2500;
const RENEW_MS = 800;

export type LeaseKeeper = {
  /** Starts to compete for a machine's lease. */
  compete(name: string, onWon: (epoch: number) => void): void;
  epochOf(name: string): number | undefined;
  /** Whether the lease was renewed so lately that nobody else can hold it. */
  holds(name: string): boolean;
  /** Resolves when this process may write as `name`; throws FencedError where the lease is somebody else's. */
  mayPublish(name: string): Promise<void>;
  /** Gives a lease back, so that another takes it at once. */
  release(name: string): Promise<void>;
  stop(): Promise<void>;
};

type Held = { epoch: number; renewedMs: number };
const monotonicMs = (): number => performance.now();

export type LeaseKeeperOptions = {
  readonly holder: string;
  /** Share the competed leases evenly with other processes of this service; machines about the same stay together. */
  readonly shareAs?: string;
  onLost(name: string): void;
  /** The server did not answer, or refused: tried again at the next beat. */
  onTrouble(failure: unknown): void;
  /** This process holds more than its share: let go of this one, then call `release`. */
  onSurplus(name: string): void;
};

/** What a machine is about: `desk.tech` and `strategy.tech` are both about `tech`. */
const unitOf = (name: string): string => name.slice(name.indexOf(".") + 1);

/** The first of the machines that are about the same: who holds its lease takes the others, too, and nobody else does. */
function leaderOf(names: ReadonlyMap<string, unknown>, name: string): string {
  const unit = unitOf(name);
  for (const candidate of names.keys()) if (unitOf(candidate) === unit) return candidate;
  return name;
}

/** Holds and competes for leases by one timer. All ages are measured on this process's monotonic clock. */
export async function makeLeaseKeeper(bus: Bus, options: LeaseKeeperOptions): Promise<LeaseKeeper> {
  const book = await openLeases(bus, monotonicMs);
  const held = new Map<string, Held>();
  const wanted = new Map<string, (epoch: number) => void>();
  const presence = options.shareAs === undefined ? undefined : `presence.${options.shareAs}.${options.holder}`;

  const renew = async (name: string, lease: Held): Promise<boolean> => {
    const startedMs = monotonicMs();
    const kept = await book.renew(name, options.holder);
    if (kept) lease.renewedMs = startedMs;
    return kept;
  };
  const isLeader = (name: string): boolean => leaderOf(wanted, name) === name;
  const leading = (names: Iterable<string>): readonly string[] => [...names].filter(isLeader);
  const mayTake = (name: string, share: number): boolean =>
    isLeader(name) ? leading(held.keys()).length < share : held.has(leaderOf(wanted, name));
  const takeFree = async (share: number): Promise<void> => {
    for (const [name, onWon] of wanted) {
      if (held.has(name) || !mayTake(name, share) || !isFree(book, name)) continue;
      const epoch = await book.take(name, options.holder);
      if (epoch === undefined) continue;
      held.set(name, { epoch, renewedMs: monotonicMs() });
      onWon(epoch);
    }
  };
  const tick = async (): Promise<void> => {
    if (presence !== undefined) await announce(book, presence, options.holder);
    for (const [name, lease] of held) if (!(await renew(name, lease))) options.onLost(name);
    const units = leading(wanted.keys()).length;
    const share = presence === undefined ? units : fairShare(book, options.shareAs ?? "", units);
    const alone = [...held.keys()].find((name) => !held.has(leaderOf(wanted, name)));
    const led = leading(held.keys());
    const surplus = alone ?? (led.length > share ? led.at(-1) : undefined);
    if (surplus !== undefined) options.onSurplus(surplus);
    await takeFree(share);
  };
  const timer = runEvery(RENEW_MS, tick, options.onTrouble);

  return {
    compete: (name, onWon) => {
      wanted.set(name, onWon);
      timer.soon();
    },
    epochOf: (name) => held.get(name)?.epoch,
    holds: (name) => isSafe(held.get(name)),
    mayPublish: async (name) => {
      for (;;) {
        const lease = held.get(name);
        if (lease === undefined) throw new FencedError(`${name}: no lease`);
        if (isSafe(lease)) return;
        try {
          if (!(await renew(name, lease))) throw new FencedError(`${name}: lease taken by another`);
        } catch (failure) {
          if (failure instanceof FencedError) throw failure;
          await new Promise((resolve) => setTimeout(resolve, 100));
        }
      }
    },
    release: async (name) => {
      if (held.delete(name)) await book.release(name, options.holder);
    },
    stop: async () => {
      timer.stop();
      await Promise.allSettled([...held.keys()].map((name) => book.release(name, options.holder)));
      if (presence !== undefined) await book.release(presence, options.holder).catch(() => undefined);
      book.stop();
    },
  };
}

const isSafe = (lease: Held | undefined): boolean =>
  lease !== undefined && monotonicMs() - lease.renewedMs < SELF_FENCE_MS;

async function announce(book: LeaseBook, presence: string, holder: string): Promise<void> {
  if (book.seen(presence)?.holder === holder) await book.renew(presence, holder);
  else await book.take(presence, holder);
}

const isFresh = (book: LeaseBook, name: string): boolean => {
  const seen = book.seen(name);
  if (seen === undefined || seen.holder === "") return false;
  return monotonicMs() - seen.seenMs <= LEASE_TTL_MS && !isDeadNeighbour(seen.holder);
};
const isFree = (book: LeaseBook, name: string): boolean => !isFresh(book, name);

/** How many of `total` units one process should hold, by the processes that are alive. */
function fairShare(book: LeaseBook, service: string, total: number): number {
  const alive = book.machines().filter((name) => name.startsWith(`presence.${service}.`) && isFresh(book, name)).length;
  return Math.ceil(total / Math.max(1, alive));
}

/** One run at a time; a failed run (server silent) is tried again at the next tick. */
function runEvery(
  intervalMs: number,
  run: () => Promise<void>,
  onTrouble: (failure: unknown) => void,
): { stop(): void; soon(): void } {
  let running = false;
  const attempt = (): void => {
    if (running) return;
    running = true;
    run()
      .catch(onTrouble)
      .finally(() => void (running = false));
  };
  const timer = setInterval(attempt, intervalMs);
  return { stop: () => clearInterval(timer), soon: () => void setTimeout(attempt, 0) };
}
