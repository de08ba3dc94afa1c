import { createHash } from "node:crypto";
import { join } from "node:path";
import { exchangeTimeAt } from "@bowline/calendar";
import { subjectToken } from "@bowline/contracts";
import { writeWhole } from "./durable-file.ts";
import { ticksToParquet } from "./parquet-ticks.ts";
import { type Part, type Silence, TICKS_FOLDER } from "./parts.ts";
import { silenceBetween } from "./silences.ts";
import { addTick, emptyColumns, type RecordedTick, type TickColumns } from "./tick-columns.ts";

type Held = {
  readonly day: string;
  readonly symbol: string;
  readonly columns: TickColumns;
  readonly silences: Silence[];
  firstUs: number;
  lastUs: number;
};

/** Ticks that wait to be written, by day and symbol. */
export type PartBuffer = {
  add(symbol: string, tick: RecordedTick): void;
  /** How many ticks it holds. */
  rows(): number;
  /** Writes a file for each day and symbol, and forgets what it held. Throws where the disk does not take them: then it holds them still. */
  write(folder: string, tag: string): readonly Part[];
};

export function makePartBuffer(): PartBuffer {
  let held = new Map<string, Held>();
  let rows = 0;
  return {
    add(symbol, tick) {
      const day = exchangeTimeAt(tick.eventUs).date;
      const key = `${day} ${symbol}`;
      let part = held.get(key);
      if (part === undefined) {
        const { eventUs } = tick;
        part = { day, symbol, columns: emptyColumns(), silences: [], firstUs: eventUs, lastUs: eventUs };
        held.set(key, part);
      }
      part.silences.push(...silenceBetween(day, part.lastUs, tick.eventUs));
      part.firstUs = Math.min(part.firstUs, tick.eventUs);
      part.lastUs = Math.max(part.lastUs, tick.eventUs);
      addTick(part.columns, tick);
      rows += 1;
    },
    rows: () => rows,
    write(folder, tag) {
      const parts = [...held.values()].map((part) => writePart(folder, tag, part));
      held = new Map();
      rows = 0;
      return parts;
    },
  };
}

function writePart(folder: string, tag: string, { day, symbol, columns, silences, firstUs, lastUs }: Held): Part {
  const firstSeq = columns.seq[0] ?? 0;
  const name = `${tag}-${String(firstSeq).padStart(12, "0")}.parquet`;
  const file = join(TICKS_FOLDER, day, subjectToken(symbol), name);
  const bytes = ticksToParquet(columns);
  writeWhole(join(folder, file), bytes);
  return {
    file,
    day,
    symbol,
    rows: columns.seq.length,
    bytes: bytes.length,
    sha256: createHash("sha256").update(bytes).digest("hex"),
    firstSeq,
    lastSeq: columns.seq.at(-1) ?? 0,
    firstUs,
    lastUs,
    silences,
  };
}
