/** Where the probe takes its time from: monotonic, never the market's. */
export type ProbeClock = { nowMs(): number; every(intervalMs: number, callback: () => void): () => void };

export type Probe = {
  /** An answer came. */
  answered(): void;
  stop(): void;
};

export type ProbeOptions = {
  readonly everyMs: number;
  /** A question older than this without an answer: the other side is gone. */
  readonly deadlineMs: number;
  readonly clock: ProbeClock;
  ask(): void;
  onSilent(silentMs: number): void;
};

const LOOK_EVERY_MS = 100;

/** Asks every `everyMs`, and says once when an answer is overdue. A half-open socket looks alive to everybody else. */
export function startProbe(options: ProbeOptions): Probe {
  const { clock, everyMs, deadlineMs } = options;
  let askedMs: number | undefined;
  let nextMs = clock.nowMs() + everyMs;
  let lookedMs = clock.nowMs();
  const stop = clock.every(LOOK_EVERY_MS, () => {
    const nowMs = clock.nowMs();
    const stalled = nowMs - lookedMs > LOOK_EVERY_MS * 10;
    lookedMs = nowMs;
    // This process itself stood still: the answer may lie in the socket, unread.
    if (stalled) return;
    if (askedMs !== undefined && nowMs - askedMs > deadlineMs) {
      stop();
      options.onSilent(nowMs - askedMs);
    } else if (askedMs === undefined && nowMs >= nextMs) {
      askedMs = nowMs;
      nextMs = nowMs + everyMs;
      options.ask();
    }
  });
  return { answered: () => void (askedMs = undefined), stop };
}
