import { Worker } from "node:worker_threads";

/** What the worker gets: one counter that both threads see, and how long it may stand. */
export type WatchdogData = {
  readonly beats: SharedArrayBuffer;
  readonly limitMs: number;
  readonly lookEveryMs: number;
  readonly service: string;
};

export type Watchdog = {
  /** How late the event loop was at worst since the last call, in milliseconds. */
  worstLagMs(): number;
  stop(): Promise<void>;
};

const BEAT_EVERY_MS = 100;
const LOOK_EVERY_MS = 250;

/**
 * Ends this process, with a line on standard error, when its event loop has not turned for `limitMs`: a thread of its own
 * looks, since a loop that hangs cannot. The end is SIGKILL (exit code 137): what hangs hears no other signal, and every
 * service comes back from it as from a crash.
 */
export function startWatchdog({ service, limitMs }: { readonly service: string; readonly limitMs: number }): Watchdog {
  const beats = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
  const cells = new Int32Array(beats);
  const workerData: WatchdogData = { beats, limitMs, lookEveryMs: LOOK_EVERY_MS, service };
  const worker = new Worker(new URL("./watchdog-worker.ts", import.meta.url), { workerData });
  worker.unref();
  let beatMs = performance.now();
  let worstMs = 0;
  const timer = setInterval(() => {
    const nowMs = performance.now();
    worstMs = Math.max(worstMs, nowMs - beatMs - BEAT_EVERY_MS);
    beatMs = nowMs;
    Atomics.add(cells, 0, 1);
  }, BEAT_EVERY_MS);
  timer.unref();
  return {
    worstLagMs() {
      // A loop that stands right now is late by at least so much.
      const worst = Math.max(worstMs, performance.now() - beatMs - BEAT_EVERY_MS);
      worstMs = 0;
      return worst;
    },
    async stop() {
      clearInterval(timer);
      await worker.terminate();
    },
  };
}
