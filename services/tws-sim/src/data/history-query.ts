import { exchangeTimeAt } from "@bowline/calendar";
import { US_PER_DAY, us } from "@bowline/kernel";
import { bucketOf, isRegular } from "./bar-buckets.ts";
import { type BarSize, isBelowMinute } from "./bar-sizes.ts";
import { barOfStep, type DataBar, foldBars, quoteBar, type QuoteSide, type TimedStep } from "./data-bar.ts";
import type { MarketRecord } from "./market-record.ts";
import { type Span, startOfDay } from "./spans.ts";

export type BarKind = "TRADES" | QuoteSide;

export type HistoryQuery = {
  readonly symbol: string;
  readonly size: BarSize;
  readonly kind: BarKind;
  readonly useRth: boolean;
  readonly span: Span;
};

/** A bar with the time that stands on it. Bars of days and more carry the end of the last one in them. */
export type HistoryRow = DataBar & { readonly labelUs: number };

/** The bars of a span, oldest first. The one at its end may be of a shorter time than its size. */
export function historyBars(record: MarketRecord, query: HistoryQuery): readonly HistoryRow[] {
  const { kind, size } = query;
  if (size.period !== undefined) return periodBars(record, query);
  if (kind !== "TRADES") return quoteBars(record, query, kind);
  return group(tradesOf(record, query), query).flatMap(({ labelUs, items }) => {
    const bar = foldBars(items);
    return bar === undefined ? [] : [{ ...bar, labelUs }];
  });
}

/** The trades that bars of a size are made from, at the coarsest grain that does. */
function tradesOf(record: MarketRecord, { symbol, size, span }: HistoryQuery): readonly DataBar[] {
  if (!isBelowMinute(size)) return record.minutes(symbol, span);
  return stepsFor(record, symbol, size, span).flatMap((step) => barOfStep(step) ?? []);
}

const STEP_SECONDS = 5;
const stepsFor = (record: MarketRecord, symbol: string, size: BarSize, span: Span): readonly TimedStep[] =>
  size.seconds < STEP_SECONDS ? record.ticks(symbol, span) : record.steps(symbol, span);

function quoteBars(record: MarketRecord, query: HistoryQuery, kind: QuoteSide): readonly HistoryRow[] {
  const steps = stepsFor(record, query.symbol, query.size, query.span);
  return group(steps, query).flatMap(({ labelUs, items }) => {
    const bar = quoteBar(items, kind);
    return bar === undefined ? [] : [{ ...bar, labelUs }];
  });
}

type Group<Item> = { readonly labelUs: number; readonly items: readonly Item[] };

function group<Item extends { readonly startUs: number }>(
  items: readonly Item[],
  { size, useRth }: HistoryQuery,
): readonly Group<Item>[] {
  const groups: { key: string; labelUs: number; items: Item[] }[] = [];
  for (const item of items) {
    if (useRth && !isRegular(item.startUs)) continue;
    const { key, labelUs } = bucketOf(size, item.startUs, useRth);
    const last = groups.at(-1);
    if (last?.key === key) last.items.push(item);
    else groups.push({ key, labelUs, items: [item] });
  }
  return groups;
}

/** Bars of days, and of weeks and months made from them; a day at a time, as a year has many minutes. */
function periodBars(record: MarketRecord, query: HistoryQuery): readonly HistoryRow[] {
  const { symbol, span, kind } = query;
  const days = record.datesOf(symbol, span).flatMap((date): DataBar[] => {
    const bar = dayBar(record, query, daySpan(date, span));
    return bar === undefined ? [] : [bar];
  });
  return group(days, { ...query, useRth: false }).flatMap(({ items }) => {
    const bar = kind === "BID_ASK" ? meanOfBars(items) : foldBars(items);
    return bar === undefined ? [] : [{ ...bar, labelUs: items.at(-1)?.startUs ?? bar.startUs }];
  });
}

function daySpan(date: string, { fromUs, toUs }: Span): Span {
  const dayUs = startOfDay(date);
  return { fromUs: Math.max(fromUs, dayUs), toUs: Math.min(toUs, dayUs + US_PER_DAY) };
}

function dayBar(record: MarketRecord, { symbol, kind, useRth }: HistoryQuery, span: Span): DataBar | undefined {
  const isWanted = ({ startUs }: { readonly startUs: number }): boolean => !useRth || isRegular(startUs);
  if (kind === "TRADES") return foldBars(record.minutes(symbol, span).filter(isWanted));
  return quoteBar(record.steps(symbol, span).filter(isWanted), kind);
}

/** Several BID_ASK bars as one: the averages are averages of days. */
function meanOfBars(bars: readonly DataBar[]): DataBar | undefined {
  const folded = foldBars(bars);
  if (folded === undefined) return undefined;
  const mean = (priceOf: (bar: DataBar) => number): number =>
    Math.round(bars.reduce((sum, bar) => sum + priceOf(bar), 0) / bars.length);
  return { ...folded, openPx: mean(({ openPx }) => openPx), closePx: mean(({ closePx }) => closePx) };
}

const VOLATILITY_DAYS = 30;
const TRADING_DAYS = 252;
const MICROS = 1_000_000;

/**
 * The yearly volatility of the last 30 daily closes before and with each day of a span, as a ratio in micros; days with fewer closes
 * before them have none.
 */
export function volatilityRows(record: MarketRecord, query: HistoryQuery): readonly HistoryRow[] {
  const { fromUs, toUs } = query.span;
  const earlier = { fromUs: fromUs - VOLATILITY_DAYS * 2 * US_PER_DAY, toUs };
  const days = historyBars(record, { ...query, kind: "TRADES", span: earlier });
  return days.flatMap((day, index): HistoryRow[] => {
    if (day.labelUs < fromUs || index < VOLATILITY_DAYS) return [];
    const closes = days.slice(index - VOLATILITY_DAYS, index + 1).map(({ closePx }) => closePx);
    const ratio = Math.round(deviation(closes) * Math.sqrt(TRADING_DAYS) * MICROS);
    const flat = { openPx: ratio, highPx: ratio, lowPx: ratio, closePx: ratio };
    return [{ ...day, ...flat, volume: 0, value: 0n, count: 0 }];
  });
}

function deviation(closes: readonly number[]): number {
  const moves = closes.slice(1).map((close, index) => Math.log(close / (closes[index] ?? close)));
  const mean = moves.reduce((sum, move) => sum + move, 0) / moves.length;
  return Math.sqrt(moves.reduce((sum, move) => sum + (move - mean) ** 2, 0) / (moves.length - 1));
}

/** The exchange's date of a time, as yyyymmdd. */
export const dateOf = (timeUs: number): string => exchangeTimeAt(us(timeUs)).date.replaceAll("-", "");
