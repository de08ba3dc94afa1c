import { existsSync, readdirSync, readFileSync, rmSync, statSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { appendDurably, UNFINISHED } from "./durable-file.ts";

/** A stretch without a word, longer than a living feed is silent in regular hours. */
export type Silence = { readonly fromUs: number; readonly toUs: number };

/** One Parquet file of a recording: ticks of one symbol and day, of one range of the stream. */
export type Part = {
  /** Inside the recording's folder. */
  readonly file: string;
  /** Exchange date. */
  readonly day: string;
  readonly symbol: string;
  readonly rows: number;
  readonly bytes: number;
  readonly sha256: string;
  readonly firstSeq: number;
  readonly lastSeq: number;
  /** Earliest and latest tick. */
  readonly firstUs: number;
  readonly lastUs: number;
  readonly silences: readonly Silence[];
};

/** What was written together. It counts from the moment that its line is in the log: not before, not in part. */
export type Commit = {
  /** Which stream it was: when the server made it. Another one counts from 1 again. */
  readonly stream: string;
  /** Everything of the stream up to here is recorded. */
  readonly throughSeq: number;
  /** Messages that the stream had let go before they were recorded; none where it is left out. */
  readonly lost?: number;
  readonly parts: readonly Part[];
};

const LOG = "commits.jsonl";
export const TICKS_FOLDER = "ticks";

/** Every commit of a recording, oldest first; none where there is no recording. A last line that a crash tore is no commit. */
export function readCommits(folder: string): readonly Commit[] {
  return wholeLines(join(folder, LOG)).map((line) => JSON.parse(line) as Commit);
}

export const appendCommit = (folder: string, commit: Commit): void =>
  appendDurably(join(folder, LOG), new TextEncoder().encode(`${JSON.stringify(commit)}\n`));

function wholeLines(file: string): readonly string[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, "utf8").split("\n").slice(0, -1);
}

/** After a crash: takes away the torn end of the log, and every file that no commit names. Its ticks are still in the stream. */
export function clearUnfinished(folder: string): readonly string[] {
  const file = join(folder, LOG);
  const whole = wholeLines(file);
  const length = whole.reduce((sum, line) => sum + Buffer.byteLength(line) + 1, 0);
  if (existsSync(file) && statSync(file).size > length) truncateSync(file, length);
  const named = new Set(readCommits(folder).flatMap(({ parts }) => parts.map((part) => part.file)));
  const root = join(folder, TICKS_FOLDER);
  if (!existsSync(root)) return [];
  const removed: string[] = [];
  for (const entry of readdirSync(root, { recursive: true, encoding: "utf8" })) {
    const inside = join(TICKS_FOLDER, entry);
    const isOurs = entry.endsWith(".parquet") || entry.endsWith(UNFINISHED);
    if (!isOurs || named.has(inside)) continue;
    rmSync(join(folder, inside));
    removed.push(inside);
  }
  return removed;
}
