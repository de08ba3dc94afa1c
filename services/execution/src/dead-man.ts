/**
 * Execution's dead man's switch: the gate must be heard of, on this process's own monotonic clock. While it is silent nothing
 * new is sent; after a longer silence working entries are canceled. Protective orders stay.
 */
export type DeadMan = {
  /** The gate was heard. */
  beat(): void;
  /** Why nothing may be sent; `undefined` while the gate is heard. */
  silence(): string | undefined;
  /** A session was reconciled: what a long silence asks for is done over it, too. */
  reconnected(): void;
  stop(): void;
};

export type DeadManOptions = {
  readonly heartbeatWithinMs: number;
  readonly cancelEntriesAfterMs: number;
  /** Called once a silence, and again for each session that begins in it. */
  cancelEntries(silentMs: number): void;
  nowMs(): number;
};

const LOOK_EVERY_MS = 100;

/** Begins as if the gate had just been heard. */
export function startDeadMan(options: DeadManOptions): DeadMan {
  let heardMs = options.nowMs();
  let canceled = false;
  const timer = setInterval(() => {
    const silentMs = options.nowMs() - heardMs;
    if (canceled || silentMs < options.cancelEntriesAfterMs) return;
    canceled = true;
    options.cancelEntries(silentMs);
  }, LOOK_EVERY_MS);
  timer.unref();
  return {
    beat() {
      heardMs = options.nowMs();
      canceled = false;
    },
    silence() {
      const silentMs = options.nowMs() - heardMs;
      return silentMs > options.heartbeatWithinMs ? "the risk gate is not heard" : undefined;
    },
    reconnected: () => void (canceled = false),
    stop: () => clearInterval(timer),
  };
}
