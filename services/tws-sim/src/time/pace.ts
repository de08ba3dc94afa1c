import { createHistogram, type RecordableHistogram } from "node:perf_hooks";

/** Milliseconds. */
export type Spread = { readonly p50: number; readonly p99: number; readonly max: number };

/** How well the simulator keeps up with its own time. */
export type PaceReport = {
  /** Parts of steps that were played since the count began. */
  readonly parts: number;
  /** From a part's due time until its last byte was handed to the sockets. */
  readonly lagMs: Spread;
  /** What a part, and making the next one ready, took of the main thread's CPU time: on a busy machine steadier than the lag. */
  readonly cpuMs: Spread;
};

export type Pace = {
  /** A part was written so long after it was due. */
  noteLag(lagMs: number): void;
  /** All that was to do for it is done; `cpuMs` of the main thread's CPU time it took. */
  noteCpu(cpuMs: number): void;
  report(): PaceReport;
  /** Counts from now on. */
  reset(): void;
};

const US_PER_MS = 1000;

export function makePace(): Pace {
  // Microseconds: a histogram holds whole numbers from 1 on.
  const lags = createHistogram();
  const cpu = createHistogram();
  const note =
    (histogram: RecordableHistogram) =>
    (ms: number): void =>
      histogram.record(Math.max(1, Math.round(ms * US_PER_MS)));
  return {
    noteLag: note(lags),
    noteCpu: note(cpu),
    report: () => ({ parts: lags.count, lagMs: spreadOf(lags), cpuMs: spreadOf(cpu) }),
    reset: () => {
      lags.reset();
      cpu.reset();
    },
  };
}

function spreadOf(histogram: RecordableHistogram): Spread {
  const inMs = (value: number): number => (histogram.count === 0 ? 0 : value / US_PER_MS);
  return { p50: inMs(histogram.percentile(50)), p99: inMs(histogram.percentile(99)), max: inMs(histogram.max) };
}
