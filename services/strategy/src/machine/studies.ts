import type { ExtendedHours, HistoryBar } from "@bowline/contracts";
import { atrOf, isJoined } from "@bowline/indicators";
import type { Px, Qty, Us } from "@bowline/kernel";
import type { PlainBar } from "@bowline/market";
import type { CompiledStrategy, IndicatorFact } from "@bowline/rules";
import { type Cold, countDays, countMinute, recount, warm } from "./cold.ts";
import {
  type Folded,
  copyOfFolded,
  foldBar,
  foldDays,
  foldOther,
  initialFolded,
  runnersOf,
  takeDays,
} from "./folded.ts";

/**
 * What a symbol's bars come to, and the bars of the session under way, so that one of them may be put right: everything after
 * it is then folded again, and equals what the final bars alone would have given. Bars that came live before history did are
 * kept until history came, so that it can be put before them. Plain JSON.
 */
export type Studied = {
  hasHistory: boolean;
  /** Everything before the first of `bars`. */
  base: Folded;
  /** In order of time. */
  bars: KeptBar[];
  /** Bars of symbols that indicators compare with, closed after everything in `base`. */
  others: Record<string, KeptBar[]>;
  /** Everything through the last of `bars`, unless it is stale. */
  now: Folded;
  isStale: boolean;
  /** Indicators that a later version of the file brought and that have no value yet. */
  cold?: Cold;
};

/** A bar with what says that it is not of regular hours. */
type MinuteBar = PlainBar & { readonly extendedHours?: ExtendedHours | undefined };
type Price = Px | null;
/** Close, status, open, high, low, close, volume, and the hours where they are extended: a day of these is in every snapshot. */
type KeptBar = readonly [Us, PlainBar["status"], Price, Price, Price, Price, Qty, ExtendedHours?];

export const initialStudies = (strategy: CompiledStrategy): Studied => ({
  hasHistory: false,
  base: initialFolded(strategy),
  bars: [],
  others: {},
  now: initialFolded(strategy),
  isStale: false,
});

/** A week of minutes: who has waited longer for history gets none. */
const MOST_EARLY = 1950;
/** No session with its extended hours is so long, and the next one's first bar is farther away. */
const SESSION_US = 20 * 3_600_000_000;

/** Folds a closed one-minute bar, traded or not. One that is no newer than the last takes the place of its like. */
export function studyBar(strategy: CompiledStrategy, studied: Studied, bar: MinuteBar): void {
  if (bar.closeUs <= lastUsOf(studied)) return correctBar(strategy, studied, bar);
  refold(strategy, studied);
  const [first] = studied.bars;
  const isNextSession = first !== undefined && bar.closeUs - first[0] >= SESSION_US;
  if (isNextSession && (studied.hasHistory || studied.bars.length >= MOST_EARLY)) turnSession(strategy, studied);
  studied.bars.push(kept(bar));
  foldBar(strategy, studied.now, bar);
  if (studied.cold !== undefined) countMinute(studied.cold);
}

/** Everything so far becomes the base; other symbols' bars that are already of the next session may still be put right. */
function turnSession(strategy: CompiledStrategy, studied: Studied): void {
  const lastUs = lastUsOf(studied);
  const ahead = Object.entries(studied.others).map(
    ([symbol, bars]) => [symbol, bars.filter(([closeUs]) => closeUs > lastUs)] as const,
  );
  const hasAhead = ahead.some(([, bars]) => bars.length > 0);
  if (hasAhead) {
    for (const [symbol, bars] of Object.entries(studied.others))
      studied.others[symbol] = bars.filter(([closeUs]) => closeUs <= lastUs);
    studied.isStale = true;
    refold(strategy, studied);
  }
  studied.base = copyOfFolded(studied.now);
  studied.bars = [];
  studied.others = Object.fromEntries(ahead);
  studied.isStale = hasAhead;
  refold(strategy, studied);
}

/**
 * Puts a bar of the session under way right, or in where it was never told; one of earlier sessions changes nothing. The values
 * are those of now: nothing is decided for the past.
 */
export function correctBar(strategy: CompiledStrategy, studied: Studied, bar: MinuteBar): void {
  if (bar.closeUs > lastUsOf(studied)) return studyBar(strategy, studied, bar);
  if (bar.closeUs <= studied.base.lastUs) return;
  const { bars } = studied;
  const index = bars.findIndex(([closeUs]) => closeUs >= bar.closeUs);
  const right = kept(bar);
  if (bars[index]?.[0] !== bar.closeUs) bars.splice(index, 0, right);
  else if (bars[index].every((value, at) => value === right[at])) return;
  else bars[index] = right;
  studied.isStale = true;
}

/** Warms up: bars of the past, then those that came before them. Where history comes again, only what is newer counts. */
export function studyHistory(strategy: CompiledStrategy, studied: Studied, history: readonly HistoryBar[]): void {
  const past = history.map(ofHistory).sort((a, b) => a.closeUs - b.closeUs);
  if (past.length === 0) return;
  if (studied.hasHistory) {
    warmUp(strategy, studied, past);
    for (const bar of past) if (bar.closeUs > lastUsOf(studied)) studyBar(strategy, studied, bar);
    return;
  }
  const { bars: early, others } = studied;
  const [first] = early;
  const fresh = initialStudies(strategy);
  for (const folded of [fresh.base, fresh.now]) takeDays(strategy, folded, studied.base);
  Object.assign(studied, fresh);
  studied.hasHistory = true;
  recount(studied.cold);
  for (const bar of past) if (first === undefined || bar.closeUs < first[0]) studyBar(strategy, studied, bar);
  for (const bar of early) studyBar(strategy, studied, barOf(bar));
  for (const [symbol, bars] of Object.entries(others))
    for (const bar of bars) studyOther(strategy, studied, symbol, barOf(bar));
}

/** Indicators that came later begin with the bars of before the session under way. */
function warmUp(strategy: CompiledStrategy, studied: Studied, past: readonly PlainBar[]): void {
  const { base, bars, cold = {} } = studied;
  const endUs = bars[0] === undefined ? base.lastUs : bars[0][0] - 1;
  const older = past.filter(({ closeUs }) => closeUs <= endUs);
  if (warm(strategy, base, cold, { bars: older, followedBy: bars.length })) studied.isStale = true;
}

/**
 * A closed bar of a symbol that indicators compare with, live, of its history, or put right. One of earlier sessions counts only
 * for bars that still wait for it.
 */
export function studyOther(strategy: CompiledStrategy, studied: Studied, symbol: string, bar: PlainBar): void {
  if (bar.closeUs <= studied.base.lastUs) {
    foldOther(strategy, studied.base, symbol, bar);
    studied.isStale = true;
    return;
  }
  const bars = (studied.others[symbol] ??= []);
  const last = bars.at(-1)?.[0];
  if (last === undefined || bar.closeUs > last) {
    bars.push(kept(bar));
    if (bars.length > MOST_EARLY) bars.shift();
    foldOther(strategy, studied.now, symbol, bar);
    return;
  }
  const index = bars.findIndex(([closeUs]) => closeUs >= bar.closeUs);
  bars.splice(index, bars[index]?.[0] === bar.closeUs ? 1 : 0, kept(bar));
  studied.isStale = true;
}

/** Bars of the past of such a symbol. */
export function studyOtherHistory(
  strategy: CompiledStrategy,
  studied: Studied,
  symbol: string,
  history: readonly HistoryBar[],
): void {
  for (const bar of history.map(ofHistory).sort((a, b) => a.closeUs - b.closeUs))
    if (!(studied.others[symbol] ?? []).some(([closeUs]) => closeUs === bar.closeUs))
      studyOther(strategy, studied, symbol, bar);
}

/**
 * Takes the broker's bars of whole sessions. They come before the session under way, whose minutes are folded behind them; where
 * they come after its end they are older than what is known, and change nothing.
 */
export function studyDays(strategy: CompiledStrategy, studied: Studied, history: readonly HistoryBar[]): void {
  const days = history.map(ofHistory).sort((a, b) => a.closeUs - b.closeUs);
  const last = days.at(-1);
  if (last === undefined) return;
  const { base } = studied;
  if (base.daysUs > 0 && base.lastUs - last.closeUs >= SESSION_US) return;
  foldDays(strategy, base, days);
  if (studied.cold !== undefined) countDays(strategy, studied.cold, days.length);
  studied.isStale = true;
}

/** The regular bars of the session under way as they are known now; before its first, those of the one before. */
export const barsOfSession = ({ bars }: Studied): readonly PlainBar[] =>
  bars.map(barOf).filter(({ extendedHours }) => extendedHours === undefined);

const lastUsOf = ({ bars, base }: Studied): Us => bars.at(-1)?.[0] ?? base.lastUs;

/** Many corrections may come at once: what they change is folded again when it is needed. */
function refold(strategy: CompiledStrategy, studied: Studied): void {
  if (!studied.isStale) return;
  studied.isStale = false;
  studied.now = copyOfFolded(studied.base);
  for (const bar of studied.bars) foldBar(strategy, studied.now, barOf(bar));
  for (const [symbol, bars] of Object.entries(studied.others))
    for (const bar of bars) foldOther(strategy, studied.now, symbol, barOf(bar));
}

/** Micros of a dollar; `undefined` while it warms up. */
export function atrNow(strategy: CompiledStrategy, studied: Studied): number | undefined {
  refold(strategy, studied);
  return atrOf(studied.now.atr);
}

/** What rules see of each. */
export function indicatorFacts(strategy: CompiledStrategy, studied: Studied): Readonly<Record<string, IndicatorFact>> {
  refold(strategy, studied);
  const facts: Record<string, IndicatorFact> = {};
  for (const { name, study, scale } of runnersOf(strategy)) {
    const state = studied.now.byName[name];
    const join = studied.now.joins[name];
    const isKnown = state !== undefined && (join === undefined || isJoined(join)) && studied.cold?.[name] === undefined;
    facts[name] = { value: isKnown ? study.value(state) : undefined, scale };
  }
  return facts;
}

const kept = ({ closeUs, status, openPx, highPx, lowPx, closePx, volume, extendedHours }: MinuteBar): KeptBar => [
  closeUs,
  status,
  openPx ?? null,
  highPx ?? null,
  lowPx ?? null,
  closePx ?? null,
  volume,
  ...(extendedHours === undefined ? ([] as const) : ([extendedHours] as const)),
];

const barOf = ([closeUs, status, openPx, highPx, lowPx, closePx, volume, extendedHours]: KeptBar): MinuteBar => ({
  closeUs,
  status,
  openPx: openPx ?? undefined,
  highPx: highPx ?? undefined,
  lowPx: lowPx ?? undefined,
  closePx: closePx ?? undefined,
  volume,
  extendedHours,
});

/** History has no status: what has a price traded. */
function ofHistory({ closeUs, openPx, highPx, lowPx, closePx, volume }: HistoryBar): PlainBar {
  const status = closePx === undefined ? "NO_TRADE" : "TRADED";
  return { closeUs, status, openPx, highPx, lowPx, closePx, volume };
}
