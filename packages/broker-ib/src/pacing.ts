/** Orders and cancels before probes, probes before requests. */
export type Priority = "order" | "probe" | "request";
const PRIORITIES: readonly Priority[] = ["order", "probe", "request"];

/** Where the pacer takes its time from. */
export type PacingClock = { nowMs(): number; after(delayMs: number, callback: () => void): void };

/** Sends messages no faster than the broker takes them, the urgent ones first. */
export type Pacer = {
  /** Sends now, or as soon as the pace allows and nothing more urgent waits. */
  send(priority: Priority, message: () => void): void;
  /** Resolves with true when that many messages of an order may be sent at once, with false when the session ended first. */
  reserve(messages: number): Promise<boolean>;
  /** Resolves when all that waits now has been sent, or was dropped. */
  drained(): Promise<void>;
  /** Forgets what waits: nothing may be sent on another connection. */
  drop(): void;
};

const WINDOW_MS = 1000;
/** What only orders may use: a burst of requests never delays a cancel. */
const RESERVED_FOR_ORDERS = 10;

/** For lock-step: simulated time has no pace. */
export const unpaced = (): Pacer => ({
  send: (_, message) => message(),
  reserve: async () => true,
  drained: async () => undefined,
  drop: () => undefined,
});

type Waiting = { readonly size: number; readonly go: () => void; readonly forget: () => void };

const nothing = (): void => undefined;

/** At most `perSecond` messages in any second; `perSecond` must exceed what is reserved for orders. */
export function makePacer(perSecond: number, clock: PacingClock): Pacer {
  const queues: Record<Priority, Waiting[]> = { order: [], probe: [], request: [] };
  let sentAtMs: number[] = [];
  let scheduled = false;
  let drainWaiters: (() => void)[] = [];

  const isEmpty = (): boolean => PRIORITIES.every((priority) => queues[priority].length === 0);
  const mayGo = (priority: Priority, { size }: Waiting): boolean =>
    sentAtMs.length === 0 ||
    sentAtMs.length + size <= (priority === "order" ? perSecond : perSecond - RESERVED_FOR_ORDERS);
  const takeNext = (): Waiting | undefined => {
    const priority = PRIORITIES.find((candidate) => queues[candidate].length > 0);
    const first = priority === undefined ? undefined : queues[priority][0];
    if (priority === undefined || first === undefined || !mayGo(priority, first)) return undefined;
    queues[priority].shift();
    return first;
  };
  const pump = (): void => {
    const nowMs = clock.nowMs();
    sentAtMs = sentAtMs.filter((at) => at > nowMs - WINDOW_MS);
    for (let next = takeNext(); next !== undefined; next = takeNext()) {
      for (let i = 0; i < next.size; i++) sentAtMs.push(nowMs);
      next.go();
    }
    if (isEmpty()) return settleDrain();
    if (scheduled) return;
    scheduled = true;
    clock.after(Math.max(1, (sentAtMs[0] ?? nowMs) + WINDOW_MS - nowMs), () => {
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
    reserve: (messages) =>
      new Promise((resolve) =>
        enqueue("order", { size: messages, go: () => resolve(true), forget: () => resolve(false) }),
      ),
    drained: () => (isEmpty() ? Promise.resolve() : new Promise((resolve) => void drainWaiters.push(resolve))),
    drop() {
      for (const priority of PRIORITIES) for (const waiting of queues[priority].splice(0)) waiting.forget();
      settleDrain();
    },
  };
}
