import { US_PER_DAY, US_PER_MINUTE, US_PER_SECOND } from "@bowline/kernel";
import { STEP_US, type SymbolStep } from "@bowline/matching";
import { isRegular } from "./bar-buckets.ts";
import type { MarketRecord, TimedTick } from "./market-record.ts";
import { type Span, startOfDay } from "./spans.ts";

/** A tick as historical ticks and tick-by-tick tell it, in micros; the time in whole seconds. */
export type TradeTick = {
  readonly epochSeconds: number;
  readonly px: number;
  readonly qty: number;
  readonly exchange: string;
  readonly conditions: string;
};
export type QuoteTick = {
  readonly epochSeconds: number;
  readonly bidPx: number;
  readonly askPx: number;
  readonly bidQty: number;
  readonly askQty: number;
};
export type MidTick = { readonly epochSeconds: number; readonly px: number };

const secondOf = ({ startUs }: TimedTick): number => Math.floor(startUs / US_PER_SECOND);

export const tradesIn = (ticks: readonly TimedTick[]): readonly TradeTick[] =>
  ticks.flatMap((tick) =>
    tick.step.prints.map(({ px, quantity, exchange, conditions }) => ({
      epochSeconds: secondOf(tick),
      px,
      qty: quantity,
      exchange,
      conditions,
    })),
  );

/** Quotes that differ from the one before; where sizes do not count, only in price. */
export function quotesIn(ticks: readonly TimedTick[], ignoreSize: boolean, before?: SymbolStep): readonly QuoteTick[] {
  let last = before;
  return ticks.flatMap((tick) => {
    const { bidPx, askPx, bidQty, askQty } = tick.step;
    const isSamePrice = last?.bidPx === bidPx && last.askPx === askPx;
    const isSame = isSamePrice && (ignoreSize || (last?.bidQty === bidQty && last.askQty === askQty));
    last = tick.step;
    return isSame ? [] : [{ epochSeconds: secondOf(tick), bidPx, askPx, bidQty, askQty }];
  });
}

const midOf = ({ bidPx, askPx }: SymbolStep): number => Math.round((Number(bidPx) + Number(askPx)) / 2);

export function midsIn(ticks: readonly TimedTick[], before?: SymbolStep): readonly MidTick[] {
  let last = before === undefined ? undefined : midOf(before);
  return ticks.flatMap((tick) => {
    const px = midOf(tick.step);
    const isSame = px === last;
    last = px;
    return isSame ? [] : [{ epochSeconds: secondOf(tick), px }];
  });
}

export type PageWish<Tick> = {
  readonly symbol: string;
  readonly useRth: boolean;
  readonly count: number;
  /** `before` is what the symbol's quote was before the ticks, where that is known. */
  readonly read: (ticks: readonly TimedTick[], before?: SymbolStep) => readonly Tick[];
};

const CHUNK_US = US_PER_MINUTE;
/** Beyond this no page looks for ticks: nights, weekends and holidays are shorter. */
const LOOK_US = 10 * US_PER_DAY;

/** The chunks of a span in which there is data, in order. */
function* chunksOf(record: MarketRecord, symbol: string, span: Span): Generator<Span> {
  for (const date of record.datesOf(symbol, span)) {
    const dayUs = startOfDay(date);
    const fromUs = Math.max(dayUs, span.fromUs);
    const toUs = Math.min(dayUs + US_PER_DAY, span.toUs);
    // From the beginning of a minute: one that was asked for in its middle is there from its middle.
    const minutes = record.minutes(symbol, { fromUs: fromUs - (fromUs % US_PER_MINUTE), toUs });
    const [first] = minutes;
    const last = minutes.at(-1);
    if (first === undefined || last === undefined) continue;
    for (let from = Math.max(fromUs, first.startUs); from < last.endUs; from += CHUNK_US) {
      yield { fromUs: from, toUs: Math.min(from + CHUNK_US, last.endUs) };
    }
  }
}

function readChunk<Tick>(record: MarketRecord, wish: PageWish<Tick>, { fromUs, toUs }: Span): readonly Tick[] {
  const all = record.ticks(wish.symbol, { fromUs: fromUs - STEP_US, toUs });
  const ticks = wish.useRth ? all.filter(({ startUs }) => isRegular(startUs)) : all;
  const before = ticks.findLast(({ startUs }) => startUs < fromUs)?.step;
  return wish.read(
    ticks.filter(({ startUs }) => startUs >= fromUs),
    before,
  );
}

/** The first ticks of a span, and all of the second in which the last of them lies: the next page may begin a second later. */
export function pageFrom<Tick extends { readonly epochSeconds: number }>(
  record: MarketRecord,
  span: Span,
  wish: PageWish<Tick>,
): readonly Tick[] {
  const found: Tick[] = [];
  const toUs = Math.min(span.toUs, span.fromUs + LOOK_US);
  for (const chunk of chunksOf(record, wish.symbol, { fromUs: span.fromUs, toUs })) {
    found.push(...readChunk(record, wish, chunk));
    const last = found[wish.count - 1]?.epochSeconds;
    if (last !== undefined && (found.at(-1)?.epochSeconds ?? 0) > last)
      return found.filter(({ epochSeconds }) => epochSeconds <= last);
  }
  const last = found[wish.count - 1]?.epochSeconds;
  return last === undefined ? found : found.filter(({ epochSeconds }) => epochSeconds <= last);
}

/** The last ticks before a time, and all of the second in which the first of them lies. */
export function pageBefore<Tick extends { readonly epochSeconds: number }>(
  record: MarketRecord,
  endUs: number,
  wish: PageWish<Tick>,
): readonly Tick[] {
  const found: Tick[] = [];
  const chunks = [...chunksOf(record, wish.symbol, { fromUs: endUs - LOOK_US, toUs: endUs })];
  for (const chunk of chunks.reverse()) {
    found.unshift(...readChunk(record, wish, chunk));
    const first = found.at(-wish.count)?.epochSeconds;
    if (found.length > wish.count && first !== undefined && (found[0]?.epochSeconds ?? 0) < first)
      return found.filter(({ epochSeconds }) => epochSeconds >= first);
  }
  return found;
}
