import { basename } from "node:path";
import { type Us, us } from "@bowline/kernel";
import { applyTick, emptyBook, makeQuoteJudge, QUOTE_MARKS, type QuoteMark } from "@bowline/market";
import { makeMinutesOfTicks, type RecordedMinute } from "./minutes-of-ticks.ts";
import { faultOf, type RecordedDay, ticksOfDay } from "./read-recording.ts";
import type { RecordedTick } from "./tick-columns.ts";

type MarkCounts = Readonly<Record<QuoteMark["kind"], number>>;

/** What looking at every tick of a symbol and day found. */
export type DayCheck = {
  readonly day: string;
  readonly symbol: string;
  readonly rows: number;
  /** Files that are not what was written; their ticks were not looked at. */
  readonly badFiles: readonly { readonly file: string; readonly fault: string }[];
  /** Ticks whose place in the stream is not behind the one before: none may be. */
  readonly outOfOrder: number;
  /** Ticks that came earlier than the one before them in the stream. */
  readonly backwards: number;
  readonly silences: number;
  /** Longest of them, in seconds. */
  readonly longestSilenceS: number;
  readonly quotes: number;
  /** How many quotes had each fault. */
  readonly marks: MarkCounts;
  /** Minutes that had a trade. */
  readonly minutes: readonly RecordedMinute[];
};

/** Reads a day once, a part at a time. */
export async function checkDay(folder: string, day: RecordedDay): Promise<DayCheck> {
  const badFiles = day.parts.flatMap((part) => {
    const fault = faultOf(folder, part);
    return fault === undefined ? [] : [{ file: part.file, fault }];
  });
  const bad = new Set(badFiles.map(({ file }) => file));
  const order = makeOrderCheck();
  const quality = makeQualityCheck(day.symbol);
  const minutes = makeMinutesOfTicks();
  for (const part of day.parts.filter(({ file }) => !bad.has(file))) {
    order.beginPart(basename(part.file).split("-")[0] ?? "");
    for await (const ticks of ticksOfDay(folder, { parts: [part] })) {
      for (const tick of ticks) {
        order.add(tick);
        quality.add(tick);
        minutes.add(tick);
      }
    }
  }
  const longestUs = Math.max(0, ...day.silences.map(({ fromUs, toUs }) => toUs - fromUs));
  return {
    day: day.day,
    symbol: day.symbol,
    rows: day.rows,
    badFiles,
    ...order.found(),
    silences: day.silences.length,
    longestSilenceS: Math.round(longestUs / 1e6),
    ...quality.found(),
    minutes: minutes.minutes(),
  };
}

function makeOrderCheck() {
  let [lastSeq, lastOrdinal, lastUs] = [0, -1, 0];
  let [outOfOrder, backwards] = [0, 0];
  let stream = "";
  return {
    /** Another stream counts from 1 again. */
    beginPart(tag: string): void {
      if (tag !== stream) [lastSeq, lastOrdinal] = [0, -1];
      stream = tag;
    },
    add({ seq, ordinal, eventUs }: RecordedTick): void {
      if (seq < lastSeq || (seq === lastSeq && ordinal <= lastOrdinal)) outOfOrder += 1;
      if (eventUs < lastUs) backwards += 1;
      [lastSeq, lastOrdinal, lastUs] = [seq, ordinal, eventUs];
    },
    found: () => ({ outOfOrder, backwards }),
  };
}

/** Judges the quote as it stood behind each message of the stream, by the rules that the feed judges by. */
function makeQualityCheck(symbol: string) {
  const book = emptyBook(symbol, "none");
  const judge = makeQuoteJudge();
  const marks: Record<string, number> = Object.fromEntries(QUOTE_MARKS.map((kind) => [kind, 0]));
  let quotes = 0;
  let openSeq = 0;
  let openUs: Us = us(0);
  let isTouched = false;
  const settle = (): void => {
    if (!isTouched) return;
    isTouched = false;
    quotes += 1;
    const { bidPx, askPx, bidQty, askQty } = book;
    for (const { kind } of judge.quote({ bidPx, askPx, bidQty, askQty, eventUs: openUs }))
      marks[kind] = (marks[kind] ?? 0) + 1;
  };
  return {
    add(tick: RecordedTick): void {
      if (tick.seq !== openSeq) settle();
      openSeq = tick.seq;
      openUs = tick.eventUs;
      const lastPx = book.lastPx;
      applyTick(book, { symbol, field: tick.field, value: tick.value, eventUs: tick.eventUs });
      if (book.lastPx !== undefined && book.lastPx !== lastPx) judge.trade(book.lastPx);
      if (/^(BID|ASK)/.test(tick.field)) isTouched = true;
    },
    found() {
      settle();
      return { quotes, marks: marks as MarkCounts };
    },
  };
}
