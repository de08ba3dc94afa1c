import { resolve } from "node:path";
import type { BarLength } from "@bowline/kernel";
import { initialResample, type PlainBar, resample } from "@bowline/market";
import { sessionOf } from "@bowline/calendar";
import {
  type Column,
  type ExportFormat,
  makeMinutesOfTicks,
  makeTableWriter,
  type RecordedDay,
  type Row,
  type TableWriter,
  ticksOfDay,
} from "@bowline/recording";
import { CommandFailure, printJson, printLine } from "../command.ts";
import { makeProgressView } from "../progress.ts";
import { type DataFlags, wantedDays } from "./data-flags.ts";

export type ExportFlags = DataFlags & {
  readonly out: string;
  readonly format: ExportFormat;
  /** `ticks`, or the length of bars. */
  readonly what: "ticks" | BarLength;
};

const TICK_COLUMNS: readonly Column[] = [
  { name: "event_us", type: "INT64" },
  { name: "symbol", type: "STRING" },
  { name: "field", type: "STRING" },
  { name: "value", type: "INT64" },
  { name: "seq", type: "INT64" },
  { name: "ordinal", type: "INT64" },
];
const BAR_COLUMNS: readonly Column[] = [
  { name: "close_us", type: "INT64" },
  { name: "symbol", type: "STRING" },
  { name: "open_micros", type: "INT64" },
  { name: "high_micros", type: "INT64" },
  { name: "low_micros", type: "INT64" },
  { name: "close_micros", type: "INT64" },
  { name: "volume_micros", type: "INT64" },
];

/** Writes ticks, or bars made of them, to one file: by symbol within a day for ticks and short bars, by symbol for days and weeks. */
export async function exportDays(flags: ExportFlags): Promise<void> {
  const { folder, days } = wantedDays(flags);
  const file = resolve(flags.out);
  const table = makeTableWriter(file, flags.format, flags.what === "ticks" ? TICK_COLUMNS : BAR_COLUMNS);
  const view = makeProgressView();
  let rows = 0;
  const put = async (some: readonly Row[]): Promise<void> => {
    rows += some.length;
    await table.write(some);
  };
  try {
    const advance = (stepsDone: number, day: RecordedDay): void =>
      view.advance({ stepsDone, stepsTotal: days.length, sessionDate: day.day, finished: stepsDone === days.length });
    await (flags.what === "ticks"
      ? exportTicks(folder, days, { put, advance })
      : exportBars(folder, days, { put, advance, timeframe: flags.what }));
    await table.finish();
  } catch (failure) {
    abandon(table, file, failure);
  } finally {
    view.end();
  }
  if (flags.json === true) printJson({ file, rows, format: flags.format, what: flags.what });
  else printLine(`${rows} rows in ${file}`);
}

function abandon(table: TableWriter, file: string, failure: unknown): never {
  table.abandon();
  if (failure instanceof Error && "syscall" in failure)
    throw new CommandFailure(`${file}: not written: ${failure.message}`, 74);
  throw failure;
}

type Sink = { put(rows: readonly Row[]): Promise<void>; advance(stepsDone: number, day: RecordedDay): void };

async function exportTicks(folder: string, days: readonly RecordedDay[], { put, advance }: Sink): Promise<void> {
  for (const [index, day] of days.entries()) {
    const { symbol } = day;
    for await (const ticks of ticksOfDay(folder, day))
      await put(
        ticks.map(({ eventUs, field, value, seq, ordinal }) => ({
          event_us: eventUs,
          symbol,
          field,
          value,
          seq,
          ordinal,
        })),
      );
    advance(index + 1, day);
  }
}

async function exportBars(
  folder: string,
  days: readonly RecordedDay[],
  { put, advance, timeframe }: Sink & { readonly timeframe: BarLength },
): Promise<void> {
  let stepsDone = 0;
  for (const [symbol, ofSymbol] of Map.groupBy(days, (day) => day.symbol)) {
    const state = initialResample();
    for (const day of ofSymbol) {
      const minutes = await minutesOf(folder, day);
      const bars = timeframe === "1m" ? minutes : minutes.flatMap((minute) => resample(timeframe, state, minute));
      await put(bars.filter(({ volume }) => volume > 0).map((bar) => rowOf(symbol, bar)));
      stepsDone += 1;
      advance(stepsDone, day);
    }
  }
}

/** The minutes that traded; for longer bars the session's last minute is there in any case, so that its bar ends with it. */
async function minutesOf(folder: string, day: RecordedDay): Promise<readonly PlainBar[]> {
  const builder = makeMinutesOfTicks();
  for await (const ticks of ticksOfDay(folder, day)) for (const tick of ticks) builder.add(tick);
  const minutes = builder.minutes().map((minute): PlainBar => ({ ...minute, status: "TRADED" }));
  const closeUs = sessionOf(day.day)?.closeUs;
  if (closeUs === undefined || minutes.some((minute) => minute.closeUs >= closeUs)) return minutes;
  return [...minutes, { closeUs, status: "NO_TRADE", volume: 0 as PlainBar["volume"] }];
}

const rowOf = (symbol: string, { closeUs, openPx, highPx, lowPx, closePx, volume }: PlainBar): Row => ({
  close_us: closeUs,
  symbol,
  open_micros: openPx,
  high_micros: highPx,
  low_micros: lowPx,
  close_micros: closePx,
  volume_micros: volume,
});
