import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import type { Entry } from "@bowline/contracts";
import { usageFailure } from "../command.ts";

/** The lines of an export, from any sequence on, without reading what stands before. */
export type ExportLines = {
  readonly first: Entry;
  readonly last: Entry;
  /** Hands out subject, sequence and the text of each line after a sequence, until `onLine` returns false. */
  read(afterSeq: number, onLine: (line: ExportLine) => boolean): void;
  close(): void;
};

export type ExportLine = { readonly seq: number; readonly subject: string; entry(): Entry };

const CHUNK = 1 << 18;
const HEAD = /^\{"seq":(\d+),"subject":"([^"]+)"/;

/** Opens an export. Throws where it is none, or has no entries. */
export function openExportLines(file: string): ExportLines {
  const handle = openSync(file, "r");
  const { size } = fstatSync(handle);
  const chunk = Buffer.allocUnsafe(CHUNK);

  const parseLine = (text: string): ExportLine => {
    const match = HEAD.exec(text);
    if (match === null) throw usageFailure(`${file}: no export: a line begins ${JSON.stringify(text.slice(0, 60))}`);
    return { seq: Number(match[1]), subject: match[2] ?? "", entry: () => JSON.parse(text) as Entry };
  };
  /** Each whole line from the first that begins at or after a place on. */
  const linesFrom = (place: number, onLine: (line: ExportLine) => boolean): void => {
    // The byte before tells whether a line begins here.
    let [position, held, skipping] = [Math.max(0, place - 1), "", place > 0];
    for (;;) {
      const length = readSync(handle, chunk, 0, CHUNK, position);
      position += length;
      held += chunk.toString("latin1", 0, length);
      const parts = held.split("\n");
      // Without an end of its line the last entry is a part of one: who wrote it was killed.
      held = parts.pop() ?? "";
      for (const part of parts) {
        if (skipping) skipping = false;
        else if (part !== "" && !onLine(parseLine(Buffer.from(part, "latin1").toString("utf8")))) return;
      }
      if (length === 0) return;
    }
  };
  const firstLineFrom = (place: number): ExportLine | undefined => {
    let found: ExportLine | undefined;
    linesFrom(place, (line) => ((found = line), false));
    return found;
  };
  /** A place at or before the first line behind a sequence, near it. */
  const placeOf = (afterSeq: number): number => {
    let [low, high] = [0, size];
    while (high - low > CHUNK / 4) {
      const middle = Math.floor((low + high) / 2);
      const line = firstLineFrom(middle);
      if (line === undefined || line.seq > afterSeq) high = middle;
      else low = middle;
    }
    return low;
  };

  const first = firstLineFrom(0);
  let last = first;
  linesFrom(Math.max(0, size - CHUNK), (line) => ((last = line), true));
  if (first === undefined || last === undefined) throw usageFailure(`${file}: no entries in it`);
  return {
    first: first.entry(),
    last: last.entry(),
    read: (afterSeq, onLine) => linesFrom(placeOf(afterSeq), (line) => line.seq <= afterSeq || onLine(line)),
    close: () => closeSync(handle),
  };
}
