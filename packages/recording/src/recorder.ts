import { createHash } from "node:crypto";
import { type Bus, type RawEntry, readBatch, streamFacts, TICKS } from "@bowline/bus";
import { tickBatchCodec } from "@bowline/contracts";
import { makePartBuffer, type PartBuffer } from "./part-buffer.ts";
import { appendCommit, clearUnfinished, type Commit, readCommits } from "./parts.ts";

export type RecorderOptions = {
  readonly bus: Bus;
  /** Where the recording lies, or shall lie. */
  readonly folder: string;
  /** So many ticks are held at the most before they are written. */
  readonly mostRows: number;
  /** Ticks are written after so long, however few they are. */
  readonly writeEveryMs: number;
  /** How long to wait before asking again where nothing new was there. */
  readonly pollMs: number;
  /** End when everything that was in the stream at the start is recorded. */
  readonly once?: boolean;
  onWritten?(progress: RecorderProgress): void;
  /** Something went wrong that may pass: the server does not answer. */
  onTrouble?(message: string): void;
};

export type RecorderProgress = {
  /** Everything of the stream up to here is on disk. */
  readonly throughSeq: number;
  /** Newest message of the stream when the recorder last looked. */
  readonly lastSeq: number;
  /** Ticks that this run wrote. */
  readonly rows: number;
  /** Messages that the stream had let go, or that could not be read. */
  readonly lost: number;
};

/** How a run of the recorder ended. */
export type RecorderEnd =
  | ({ readonly type: "stopped" } & RecorderProgress)
  /** There is no stream of ticks: nobody asked for it. */
  | { readonly type: "no-stream" }
  /** The disk did not take what was to be written. What was not committed is still in the stream. */
  | ({ readonly type: "disk"; readonly message: string } & RecorderProgress);

const MESSAGES_AT_ONCE = 256;

type Run = {
  readonly options: RecorderOptions;
  readonly buffer: PartBuffer;
  readonly stream: string;
  readonly tag: string;
  /** Last message that was taken, and that was committed. */
  position: number;
  throughSeq: number;
  lastSeq: number;
  rows: number;
  lost: number;
  /** Of those, what no commit told of yet. */
  lostSince: number;
  writtenMs: number;
};

/**
 * Writes the stream of ticks to a folder of Parquet files until it is told to stop: goes on behind the last commit, whatever
 * became of the process before, and holds a bounded number of ticks. Only one may write a folder at a time (`lockFolder`).
 */
export async function runRecorder(options: RecorderOptions, stopped: AbortSignal): Promise<RecorderEnd> {
  const facts = await streamFacts(options.bus, TICKS);
  if (facts === undefined) return { type: "no-stream" };
  clearUnfinished(options.folder);
  const last = readCommits(options.folder).at(-1);
  const throughSeq = last?.stream === facts.created ? last.throughSeq : 0;
  const run: Run = {
    options,
    buffer: makePartBuffer(),
    stream: facts.created,
    tag: createHash("sha256").update(facts.created).digest("hex").slice(0, 8),
    position: throughSeq,
    throughSeq,
    lastSeq: facts.lastSeq,
    rows: 0,
    lost: 0,
    lostSince: 0,
    writtenMs: performance.now(),
  };
  const target = facts.lastSeq;
  try {
    while (!stopped.aborted) {
      const took = await takeBatch(run);
      if (isDue(run)) commit(run);
      if (options.once === true && run.position >= target) break;
      if (took === 0) await pause(options.pollMs, stopped);
    }
    commit(run);
  } catch (failure) {
    if (!isOfDisk(failure)) throw failure;
    return { type: "disk", message: failure.message, ...progressOf(run) };
  }
  return { type: "stopped", ...progressOf(run) };
}

const progressOf = ({ throughSeq, lastSeq, rows, lost }: Run): RecorderProgress => ({
  throughSeq,
  lastSeq,
  rows,
  lost,
});

/** How many messages it took. A server that does not answer is asked again later. */
async function takeBatch(run: Run): Promise<number> {
  const { bus, onTrouble } = run.options;
  let entries: readonly RawEntry[];
  try {
    entries = await readBatch(bus, { stream: TICKS, fromSeq: run.position + 1, most: MESSAGES_AT_ONCE });
  } catch (failure) {
    onTrouble?.(failure instanceof Error ? failure.message : String(failure));
    return 0;
  }
  for (const entry of entries) take(run, entry);
  run.lastSeq = Math.max(run.lastSeq, run.position);
  return entries.length;
}

/** Symbols become folders: nothing else than letters, digits, dots and dashes does. */
const A_SYMBOL = /^[A-Za-z0-9][A-Za-z0-9.-]*$/;

function take(run: Run, { seq, bytes }: RawEntry): void {
  lose(run, seq - run.position - 1);
  run.position = seq;
  const batch = tickBatchCodec.decode(bytes);
  if (!batch.ok || !A_SYMBOL.test(batch.value.symbol)) return lose(run, 1);
  for (const [ordinal, tick] of batch.value.ticks.entries())
    run.buffer.add(batch.value.symbol, { seq, ordinal, ...tick });
}

function lose(run: Run, messages: number): void {
  run.lost += messages;
  run.lostSince += messages;
}

const isDue = ({ buffer, options, writtenMs }: Run): boolean =>
  buffer.rows() >= options.mostRows || (buffer.rows() > 0 && performance.now() - writtenMs >= options.writeEveryMs);

/** Everything that is held, and then the line that makes it count. */
function commit(run: Run): void {
  const { options, buffer, stream, tag, position } = run;
  run.writtenMs = performance.now();
  if (buffer.rows() === 0 && run.lostSince === 0) return;
  const rows = buffer.rows();
  const parts = buffer.write(options.folder, tag);
  const done: Commit = {
    stream,
    throughSeq: position,
    ...(run.lostSince === 0 ? {} : { lost: run.lostSince }),
    parts,
  };
  appendCommit(options.folder, done);
  run.rows += rows;
  run.lostSince = 0;
  run.throughSeq = position;
  options.onWritten?.(progressOf(run));
}

/** Full, gone, broken, not ours to write: whatever the system calls it. */
const isOfDisk = (failure: unknown): failure is Error =>
  failure instanceof Error && "syscall" in failure && "code" in failure;

const pause = (ms: number, stopped: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(done, ms);
    function done(): void {
      clearTimeout(timer);
      stopped.removeEventListener("abort", done);
      resolve();
    }
    stopped.addEventListener("abort", done);
  });
