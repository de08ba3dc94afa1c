import type { EventByKind } from "@bowline/contracts";
import { MICROS, mulDiv, type Px, px, type Qty, qty, type Us, US_PER_MINUTE } from "@bowline/kernel";

type Quote = EventByKind<"md.quote">;
type MinuteClose = { readonly closeUs: Us; readonly closePx: Px };
export type DayClose = { readonly closeUs: Us; readonly closePx: Px; readonly volume: Qty };

/** Prices of each symbol as far as decisions look back. Private state of a machine. */
export type PricePaths = {
  readonly quotes: Map<string, Quote>;
  /** Middle of the sane quote before the last. */
  readonly priors: Map<string, Px>;
  readonly halts: Map<string, Us>;
  /** Closes of the last minutes, oldest first. */
  readonly minutes: Map<string, MinuteClose[]>;
  readonly barStatuses: Map<string, EventByKind<"md.bar">["status"]>;
  /** Closes of past sessions by the broker's daily bars, oldest first. */
  readonly days: Map<string, readonly DayClose[]>;
  /** Last close before this session. */
  readonly sessionCloses: Map<string, Px>;
};

export const makePricePaths = (): PricePaths => ({
  quotes: new Map(),
  priors: new Map(),
  halts: new Map(),
  minutes: new Map(),
  barStatuses: new Map(),
  days: new Map(),
  sessionCloses: new Map(),
});

/** Minutes that are kept: what a volatility of them is told from. */
const MINUTES_KEPT = 31;
const LEAST_RETURNS = 20;

/** Middle of a quote whose bid is below its ask, to the micro below; `undefined` otherwise. */
export function middleOf(quote: Quote | undefined): Px | undefined {
  if (quote?.bidPx === undefined || quote.askPx === undefined || quote.bidPx >= quote.askPx) return undefined;
  return px(Math.floor((Number(quote.bidPx) + Number(quote.askPx)) / 2));
}

/**
 * Spread as a part of the middle, in micros of 1; `undefined` without both sides. None where they meet or cross, as they do for a moment
 * whenever a feed tells one side before the other: orders are denied as long as it lasts, and nobody's market has gone.
 */
export function spreadOf(quote: Pick<Quote, "bidPx" | "askPx"> | undefined): number | undefined {
  if (quote?.bidPx === undefined || quote.askPx === undefined) return undefined;
  const { bidPx, askPx } = quote;
  return mulDiv(Math.max(0, askPx - bidPx), MICROS, Math.floor((Number(bidPx) + Number(askPx)) / 2));
}

export function seeQuote(paths: PricePaths, quote: Quote): void {
  const { symbol } = quote;
  const before = middleOf(paths.quotes.get(symbol));
  if (before !== undefined) paths.priors.set(symbol, before);
  paths.quotes.set(symbol, quote);
  if (quote.halted) paths.halts.set(symbol, quote.quoteUs);
}

export function seeMinute(paths: PricePaths, { symbol, closeUs, closePx, status }: EventByKind<"md.bar">): void {
  paths.barStatuses.set(symbol, status);
  if (closePx !== undefined && status !== "NO_DATA") keepMinutes(paths, symbol, [{ closeUs, closePx }]);
}

/** Bars of the past: minutes before those that are known, days in place of those that were. */
export function seeHistory(paths: PricePaths, { symbol, timeframe, bars }: EventByKind<"md.history">): void {
  const closes = bars.flatMap(({ closeUs, closePx, volume }) =>
    closePx === undefined ? [] : [{ closeUs, closePx, volume }],
  );
  if (closes.length === 0) return;
  if (timeframe === "1d") paths.days.set(symbol, closes);
  if (timeframe === "1m") keepMinutes(paths, symbol, closes);
}

function keepMinutes({ minutes }: PricePaths, symbol: string, closes: readonly MinuteClose[]): void {
  const known = minutes.get(symbol) ?? [];
  const lastUs = known.at(-1)?.closeUs ?? 0;
  const firstUs = known[0]?.closeUs ?? Number.MAX_SAFE_INTEGER;
  const brief = ({ closeUs, closePx }: MinuteClose): MinuteClose => ({ closeUs, closePx });
  const older = closes.filter(({ closeUs }) => closeUs < firstUs && known.length > 0).map(brief);
  const newer = closes.filter(({ closeUs }) => closeUs > lastUs).map(brief);
  minutes.set(symbol, [...older, ...known, ...newer].slice(-MINUTES_KEPT));
}

/** A session begins: what was last traded is the close before it. */
export function beginPriceSession(paths: PricePaths, openUs: Us): void {
  for (const symbol of new Set([...paths.minutes.keys(), ...paths.days.keys()])) {
    const close = closeBefore(paths, symbol, openUs);
    if (close !== undefined) paths.sessionCloses.set(symbol, close);
  }
}

function closeBefore({ minutes, days }: PricePaths, symbol: string, openUs: Us): Px | undefined {
  const minute = (minutes.get(symbol) ?? []).findLast(({ closeUs }) => closeUs <= openUs);
  const day = (days.get(symbol) ?? []).findLast(({ closeUs }) => closeUs <= openUs);
  if (minute === undefined || day === undefined) return (minute ?? day)?.closePx;
  return (minute.closeUs > day.closeUs ? minute : day).closePx;
}

const moveOf = (from: Px, to: Px): number => mulDiv(to - from, MICROS, from);

/** Move since the last session's close, with its sign, in micros of 1. */
export function dayMoveOf(paths: PricePaths, symbol: string, openUs: Us | undefined): number | undefined {
  const now = middleOf(paths.quotes.get(symbol));
  const close =
    paths.sessionCloses.get(symbol) ?? (openUs === undefined ? undefined : closeBefore(paths, symbol, openUs));
  return now === undefined || close === undefined ? undefined : moveOf(close, now);
}

const FIVE_MINUTES_US = 5 * US_PER_MINUTE;

/** The largest move from a close of the last five minutes to now, without its sign; `undefined` where no minute closed in them. */
export function fiveMinuteMove(paths: PricePaths, symbol: string, nowUs: Us): number | undefined {
  const now = middleOf(paths.quotes.get(symbol));
  if (now === undefined) return undefined;
  let largest: number | undefined;
  for (const { closeUs, closePx } of paths.minutes.get(symbol) ?? [])
    if (nowUs - closeUs <= FIVE_MINUTES_US) largest = Math.max(largest ?? 0, Math.abs(moveOf(closePx, now)));
  return largest;
}

/** The last minute's move in standard deviations of those before it, in micros of 1; `undefined` with fewer than twenty of them. */
export function minuteSigmas(paths: PricePaths, symbol: string): number | undefined {
  const returns = returnsOf(paths.minutes.get(symbol) ?? []);
  const last = returns.pop();
  if (last === undefined || returns.length < LEAST_RETURNS) return undefined;
  let [sum, squares] = [0, 0];
  for (const value of returns) sum += value;
  const mean = sum / returns.length;
  for (const value of returns) squares += (value - mean) ** 2;
  const variance = squares / returns.length;
  if (variance === 0) return last === mean ? 0 : Number.MAX_SAFE_INTEGER;
  return Math.min(Number.MAX_SAFE_INTEGER, Math.round((Math.abs(last - mean) / Math.sqrt(variance)) * MICROS));
}

function returnsOf(closes: readonly MinuteClose[]): number[] {
  const returns: number[] = [];
  let before: MinuteClose | undefined;
  for (const close of closes) {
    // A night, or an outage, between two closes is no minute.
    if (before !== undefined && close.closeUs - before.closeUs <= US_PER_MINUTE)
      returns.push(Number(close.closePx) / Number(before.closePx) - 1);
    before = close;
  }
  return returns;
}

const ADV_DAYS = 20;

/** Average volume of the last twenty daily bars; `undefined` without any. */
export function averageDailyQty(paths: PricePaths, symbol: string): Qty | undefined {
  const days = (paths.days.get(symbol) ?? []).slice(-ADV_DAYS);
  if (days.length === 0) return undefined;
  return qty(Math.floor(days.reduce((sum, { volume }) => sum + Number(volume) / days.length, 0)));
}
