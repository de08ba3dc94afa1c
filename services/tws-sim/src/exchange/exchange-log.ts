import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { err, type JsonValue, ok, type Result, type Us } from "@bowline/kernel";
import type { Ordained, OrderRequest } from "@bowline/matching";

/** One thing that happened at the exchange; together they make its state again. Times are simulated. */
export type ExchangeRecord =
  | { readonly type: "step"; readonly step: number }
  /** One of so many parts of a step; the last one ends it. */
  | { readonly type: "part"; readonly step: number; readonly part: number; readonly of: number }
  | { readonly type: "place"; readonly us: Us; readonly request: OrderRequest }
  | { readonly type: "cancel"; readonly us: Us; readonly clientId: number; readonly ibOrderId: number }
  | { readonly type: "cancel-all"; readonly us: Us; readonly clientId: number }
  | { readonly type: "ordain"; readonly us: Us; readonly act: Ordained }
  | { readonly type: "end" };

/** The state between two sessions; what happened since stands in the log. */
export type Checkpoint = {
  /** Which market, account and rules this is the state of. */
  readonly fingerprint: string;
  /** The session that the log is about. */
  readonly sessionIndex: number;
  /** Absent before the first session's end. */
  readonly broker?: JsonValue;
};

/**
 * The exchange's memory: a checkpoint for each session and a log of what happened since, each record appended before anybody is
 * told. The market and the matching are deterministic, so replaying the log gives the state. The operating system keeps what was
 * written when this process is killed; it is not synced, a crash of the machine may lose it.
 */
export type ExchangeLog = {
  readonly checkpoint: Checkpoint;
  /** What was logged since the checkpoint. */
  readonly records: readonly ExchangeRecord[];
  append(record: ExchangeRecord): void;
  /** Begins a session: writes its checkpoint and starts an empty log. */
  begin(checkpoint: Checkpoint): void;
};

/** A log that remembers nothing: for a simulator without a directory. */
export const makeVolatileLog = (fingerprint: string): ExchangeLog => ({
  checkpoint: { fingerprint, sessionIndex: 0 },
  records: [],
  append: () => undefined,
  begin: () => undefined,
});

/** Opens or starts the log in a directory. An error says what to do about it. */
export function openExchangeLog(directory: string, fingerprint: string): Result<ExchangeLog, string> {
  mkdirSync(directory, { recursive: true });
  const checkpointFile = join(directory, "checkpoint.json");
  const logFile = (sessionIndex: number): string => join(directory, `session-${sessionIndex}.jsonl`);
  const begin = (checkpoint: Checkpoint): void => {
    writeFileSync(logFile(checkpoint.sessionIndex), "");
    writeAtomically(checkpointFile, JSON.stringify(checkpoint));
    if (checkpoint.sessionIndex > 0) rmSync(logFile(checkpoint.sessionIndex - 1), { force: true });
  };
  if (!existsSync(checkpointFile)) begin({ fingerprint, sessionIndex: 0 });
  const checkpoint = JSON.parse(readFileSync(checkpointFile, "utf8")) as Checkpoint;
  if (checkpoint.fingerprint !== fingerprint) {
    return err(
      `${directory} holds the state of another simulation (market, symbols, seed, account or cash differ): remove it, or set BOWLINE_DATA_DIR to another directory`,
    );
  }
  let file = logFile(checkpoint.sessionIndex);
  return ok({
    checkpoint,
    records: readRecords(file),
    append: (record) => appendFileSync(file, `${JSON.stringify(record)}\n`),
    begin: (next) => {
      begin(next);
      file = logFile(next.sessionIndex);
    },
  });
}

/** Reads whole lines; a last one that a kill cut off never took effect and is taken away. */
function readRecords(file: string): readonly ExchangeRecord[] {
  if (!existsSync(file)) return [];
  const text = readFileSync(file, "utf8");
  const end = text.lastIndexOf("\n") + 1;
  if (end < text.length) truncateSync(file, Buffer.byteLength(text.slice(0, end)));
  return text
    .slice(0, end)
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as ExchangeRecord);
}

/** Replaces a file whole: a reader, or a restart, sees the old content or the new. */
export function writeAtomically(file: string, text: string): void {
  writeFileSync(`${file}.new`, text);
  renameSync(`${file}.new`, file);
}
