/**
 * The urgent first, each with what it must leave for those before it. `cancel` is a kill's too; `protective` takes a position
 * nearer to zero; `request` asks what TWS holds. A probe waits for nobody but leaves most to orders: a flood of orders
 * must not look like a dead socket.
 */
const LEAVES = { cancel: 0, protective: 2, order: 4, probe: 3, request: 6, subscription: 7, history: 8 } as const;

/**
 * A bucket: so many at once, so many a second after that, 45 in any second together; IB allows 50. TWS counts when it
 * reads, not when we send: without the even flow a moment's delay on its side would make one second of two bursts.
 */
const AT_ONCE = 13;
const PER_SECOND = 32;

export type Priority = keyof typeof LEAVES;
export type OrderPriority = "protective" | "order";
export const PRIORITIES = Object.keys(LEAVES) as readonly Priority[];

/** Where the pacer takes its time from. */
export type PacingClock = { nowMs(): number; after(delayMs: number, callback: () => void): void };

/** Sends messages no faster than the broker takes them, the urgent ones first. */
export type Pacer = {
  /** Sends now, or as soon as the pace allows and nothing more urgent waits. */
  send(priority: Priority, message: () => void): void;
  /** Resolves with true when that many messages of an order may be sent at once, with false when the session ended first. */
  reserve(priority: OrderPriority, messages: number): Promise<boolean>;
  /** Messages that wait, by priority. */
  waiting(): Readonly<Record<Priority, number>>;
  /** Resolves when all that waits now has been sent, or was dropped. */
  drained(): Promise<void>;
  /** Forgets what waits: nothing may be sent on another connection. */
  drop(): void;
};

const byPriority = <T>(of: (priority: Priority) => T): Record<Priority, T> =>
  Object.fromEntries(PRIORITIES.map((priority) => [priority, of(priority)])) as Record<Priority, T>;

/** For lock-step: simulated time has no pace. */
export const unpaced = (): Pacer => ({
  send: (_, message) => message(),
  reserve: async () => true,
  waiting: () => byPriority(() => 0),
  drained: async () => undefined,
  drop: () => undefined,
});

type Waiting = { readonly size: number; readonly go: () => void; readonly forget: () => void };

const nothing = (): void => undefined;

export function makePacer(clock: PacingClock): Pacer {
  const queues: Record<Priority, Waiting[]> = byPriority(() => []);
  let room: number = AT_ONCE;
  let filledMs = clock.nowMs();
  let scheduled = false;
  let drainWaiters: (() => void)[] = [];

  const isEmpty = (): boolean => PRIORITIES.every((priority) => queues[priority].length === 0);
  const needed = (priority: Priority): number => Math.min(AT_ONCE, (queues[priority][0]?.size ?? 0) + LEAVES[priority]);
  /** What is less urgent does not overtake, or a bracket would wait for ever for its room; a probe may. */
  const takeNext = (): Waiting | undefined => {
    const first = PRIORITIES.find((priority) => queues[priority].length > 0);
    const next = [first, "probe" as const].find((p) => p !== undefined && queues[p].length > 0 && needed(p) <= room);
    return next === undefined ? undefined : queues[next].shift();
  };
  const pump = (): void => {
    const nowMs = clock.nowMs();
    room = Math.min(AT_ONCE, room + ((nowMs - filledMs) * PER_SECOND) / 1000);
    filledMs = nowMs;
    for (let next = takeNext(); next !== undefined; next = takeNext()) {
      room -= next.size;
      next.go();
    }
    if (isEmpty()) return settleDrain();
    if (scheduled) return;
    scheduled = true;
    const least = Math.min(...PRIORITIES.filter((priority) => queues[priority].length > 0).map(needed));
    clock.after(Math.max(1, Math.ceil(((least - room) * 1000) / PER_SECOND)), () => {
      scheduled = false;
      pump();
    });
  };
  const settleDrain = (): void => {
    const settled = drainWaiters;
    drainWaiters = [];
    for (const resolve of settled) resolve();
  };
  const enqueue = (priority: Priority, waiting: Waiting): void => {
    queues[priority].push(waiting);
    pump();
  };

  return {
    send: (priority, message) => enqueue(priority, { size: 1, go: message, forget: nothing }),
    reserve: (priority, messages) =>
      new Promise((resolve) =>
        enqueue(priority, { size: messages, go: () => resolve(true), forget: () => resolve(false) }),
      ),
    waiting: () => byPriority((priority) => queues[priority].reduce((sum, { size }) => sum + size, 0)),
    drained: () => (isEmpty() ? Promise.resolve() : new Promise((resolve) => void drainWaiters.push(resolve))),
    drop() {
      for (const priority of PRIORITIES) for (const waiting of queues[priority].splice(0)) waiting.forget();
      settleDrain();
    },
  };
}
