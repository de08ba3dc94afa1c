import { closeSync, openSync, readFileSync, writeSync } from "node:fs";
import { encodeEvent, type Entry, type Event, type Header, kindOfSubject, makeDecisionHash } from "@bowline/contracts";

/** A line of an export that is no entry. The first one ends the reading. */
export class ExportError extends Error {
  override name = "ExportError";
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  constructor(file: string, line: number, message: string) {
    super(`${file}:${line}: ${message}`);
    this.file = file;
    this.line = line;
  }
}

const CHUNK = 1 << 20;

/** Writes entries as JSON lines `{seq, subject, header, event}`, replacing the file. Returns how many. */
export function writeExport(file: string, entries: Iterable<Entry>): number {
  const handle = openSync(file, "w");
  try {
    let count = 0;
    let held = "";
    for (const entry of entries) {
      held += exportLine(entry);
      count += 1;
      if (held.length < CHUNK) continue;
      writeSync(handle, held);
      held = "";
    }
    writeSync(handle, held);
    return count;
  } finally {
    closeSync(handle);
  }
}

/** One entry as its line, line feed included. */
export const exportLine = ({ seq, subject, header, event }: Entry): string =>
  `${JSON.stringify({ seq, subject, header, event })}\n`;

/** Reads an export line by line, every field checked. Throws ExportError with file and line. */
export function* readExport(file: string): Generator<Entry> {
  const bytes = readFileSync(file);
  let [start, line, lastSeq] = [0, 0, 0];
  while (start < bytes.length) {
    const feed = bytes.indexOf(10, start);
    const end = feed < 0 ? bytes.length : feed;
    line += 1;
    if (end > start) {
      const entry = parseLine(bytes.toString("utf8", start, end), { file, line });
      if (entry.seq <= lastSeq) throw new ExportError(file, line, `sequence ${entry.seq} after ${lastSeq}`);
      lastSeq = entry.seq;
      yield entry;
    }
    start = end + 1;
  }
}

function parseLine(text: string, { file, line }: { readonly file: string; readonly line: number }): Entry {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (failure) {
    throw new ExportError(file, line, `no JSON: ${(failure as Error).message}`);
  }
  const { seq, subject, header, event } = (value ?? {}) as {
    seq?: unknown;
    subject?: unknown;
    header?: Header;
    event?: Event;
  };
  if (!Number.isSafeInteger(seq) || typeof subject !== "string" || header === undefined || event === undefined) {
    throw new ExportError(file, line, "an entry has seq, subject, header and event");
  }
  if (kindOfSubject(subject) !== event.kind)
    throw new ExportError(file, line, `${event.kind} does not belong on ${subject}`);
  try {
    encodeEvent(header, event);
  } catch (failure) {
    throw new ExportError(file, line, (failure as Error).message);
  }
  return { seq: seq as number, subject, header, event };
}

/** The decision hash of an export, as `./bowline hash` prints it. Throws ExportError. */
export function hashOfExport(file: string): string {
  const hash = makeDecisionHash();
  for (const entry of readExport(file)) hash.add(entry);
  return hash.digest();
}
