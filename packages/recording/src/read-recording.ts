import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Part, readCommits, type Silence } from "./parts.ts";
import { ticksOfParquet } from "./parquet-ticks.ts";
import { silencesOf } from "./silences.ts";
import type { RecordedTick } from "./tick-columns.ts";

/** What a recording has of one symbol and day. */
export type RecordedDay = {
  /** Exchange date. */
  readonly day: string;
  readonly symbol: string;
  readonly rows: number;
  readonly bytes: number;
  readonly firstUs: number;
  readonly lastUs: number;
  /** Stretches of regular hours without a word, longer than a living feed's. */
  readonly silences: readonly Silence[];
  /** In the order in which they were written. */
  readonly parts: readonly Part[];
};

/** Which days and symbols are wanted; all where one is left out. Dates are inclusive. */
export type Wanted = {
  readonly fromDay?: string | undefined;
  readonly toDay?: string | undefined;
  readonly symbols?: ReadonlySet<string> | undefined;
};

/** Everything that a folder has, by day and then symbol; messages that were lost on the way, over all days. */
export function recordedDays(
  folder: string,
  wanted: Wanted = {},
): { readonly days: readonly RecordedDay[]; readonly lost: number } {
  const commits = readCommits(folder);
  const { fromDay = "", toDay = "9999", symbols } = wanted;
  const parts = commits
    .flatMap((commit) => commit.parts)
    .filter(({ day, symbol }) => day >= fromDay && day <= toDay && (symbols?.has(symbol) ?? true));
  const byDay = Map.groupBy(parts, ({ day, symbol }) => `${day} ${symbol}`);
  const days = [...byDay.values()].map(dayOf).toSorted((a, b) => keyOf(a).localeCompare(keyOf(b), "en"));
  return { days, lost: commits.reduce((sum, { lost = 0 }) => sum + lost, 0) };
}

const keyOf = ({ day, symbol }: RecordedDay): string => `${day} ${symbol}`;

function dayOf(parts: readonly Part[]): RecordedDay {
  const { day, symbol } = parts[0] as Part;
  const sum = (of: (part: Part) => number): number => parts.reduce((total, part) => total + of(part), 0);
  return {
    day,
    symbol,
    rows: sum(({ rows }) => rows),
    bytes: sum(({ bytes }) => bytes),
    firstUs: Math.min(...parts.map(({ firstUs }) => firstUs)),
    lastUs: Math.max(...parts.map(({ lastUs }) => lastUs)),
    silences: silencesOf(day, parts),
    parts,
  };
}

/** What is wrong with a part's file; `undefined` where nothing is. */
export function faultOf(folder: string, part: Part): string | undefined {
  const file = join(folder, part.file);
  if (!existsSync(file)) return "is not there";
  const bytes = readFileSync(file);
  if (bytes.length !== part.bytes) return `has ${bytes.length} bytes, and was written with ${part.bytes}`;
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return sha256 === part.sha256 ? undefined : `has the checksum ${sha256}, and was written with ${part.sha256}`;
}

/** The ticks of a day, a part at a time, so that no more than one is held. Throws where a file cannot be read. */
export async function* ticksOfDay(
  folder: string,
  { parts }: Pick<RecordedDay, "parts">,
): AsyncGenerator<readonly RecordedTick[]> {
  for (const part of parts) yield await ticksOfParquet(readFileSync(join(folder, part.file)));
}
