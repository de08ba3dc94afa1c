import {
  type AtrState,
  type Join,
  type Study,
  type StudyState,
  atr,
  initialJoin,
  joinOther,
  joinOwn,
  makeStudy,
  otherSymbolsOf,
  unitOf,
} from "@bowline/indicators";
import { type BarLength, MICROS, type Us, us } from "@bowline/kernel";
import { type PlainBar, type ResampleState, initialResample, resample } from "@bowline/market";
import type { CompiledStrategy } from "@bowline/rules";

/** ATR(14) of one-minute bars is what rules see as `atr`. */
const ATR_PERIOD = 14;

/** What a symbol's bars come to: the ATR, and the indicators that the strategy file declares. Plain JSON. */
export type Folded = {
  /** The last bar that was folded. */
  lastUs: Us;
  atr: AtrState;
  byName: Record<string, StudyState>;
  resamplers: Resamplers;
  /** Of the indicators that compare with another symbol, by name. */
  joins: Record<string, Join>;
  /** What the bars of those other symbols come to. */
  others: Record<string, { lastUs: Us; resamplers: Resamplers }>;
  /** The close of the last day that the broker's daily bars told; 0 before. Minutes up to then count for no day and no week. */
  daysUs: Us;
};

type Resamplers = Partial<Record<BarLength, ResampleState>>;

export type Runner = {
  readonly name: string;
  readonly study: Study;
  readonly timeframe: BarLength;
  readonly scale: number;
  /** The symbol that it compares with. */
  readonly other: string | undefined;
};

/** Compiled once for each strategy, whoever asks. */
const runners = new WeakMap<CompiledStrategy, readonly Runner[]>();

export function runnersOf(strategy: CompiledStrategy): readonly Runner[] {
  const known = runners.get(strategy);
  if (known !== undefined) return known;
  const made = Object.entries(strategy.indicators).map(([name, { spec, timeframe }]): Runner => {
    const unit = unitOf(spec);
    const scale = unit === "price" || unit === "volume" ? MICROS : 1;
    return { name, study: makeStudy(spec), timeframe, scale, other: otherSymbolsOf(spec)[0] };
  });
  runners.set(strategy, made);
  return made;
}

/** Symbols that indicators compare with, whatever their ticker group. */
export const othersOf = (strategy: CompiledStrategy): readonly string[] => [
  ...new Set(runnersOf(strategy).flatMap(({ other }) => other ?? [])),
];

export function initialFolded(strategy: CompiledStrategy): Folded {
  const all = runnersOf(strategy);
  return {
    lastUs: us(0),
    atr: atr.init({ period: ATR_PERIOD }),
    byName: Object.fromEntries(all.map(({ name, study }) => [name, study.init()])),
    resamplers: resamplersFor(all),
    joins: Object.fromEntries(all.flatMap(({ name, other }) => (other === undefined ? [] : [[name, initialJoin()]]))),
    others: Object.fromEntries(
      othersOf(strategy).map((symbol) => [
        symbol,
        { lastUs: us(0), resamplers: resamplersFor(all.filter(({ other }) => other === symbol)) },
      ]),
    ),
    daysUs: us(0),
  };
}

const resamplersFor = (all: readonly Runner[]): Resamplers =>
  Object.fromEntries(
    all.filter(({ timeframe }) => timeframe !== "1m").map(({ timeframe }) => [timeframe, initialResample()]),
  );

export const isOfDays = (timeframe: BarLength): boolean => timeframe === "1d" || timeframe === "1w";

/**
 * Begins days and weeks anew from the broker's daily bars, oldest first: whatever was folded of them before. So a machine that has
 * run for months and one that starts today see the same.
 */
export function foldDays(strategy: CompiledStrategy, folded: Folded, days: readonly PlainBar[]): void {
  const last = days.at(-1);
  const all = runnersOf(strategy).filter(({ timeframe }) => isOfDays(timeframe));
  if (last === undefined || all.length === 0) return;
  const fresh = initialFolded(strategy);
  folded.daysUs = last.closeUs;
  for (const { name, timeframe } of all) {
    folded.byName[name] = fresh.byName[name] as StudyState;
    folded.resamplers[timeframe] = fresh.resamplers[timeframe] as ResampleState;
  }
  for (const day of days) {
    const week = folded.resamplers["1w"];
    const weeks = week === undefined ? [] : resample("1w", week, day);
    for (const { name, study, timeframe } of all) {
      const state = folded.byName[name];
      if (state !== undefined) for (const bar of timeframe === "1d" ? [day] : weeks) study.push(state, bar);
    }
  }
}

/** Takes over what another has of days and weeks. */
export function takeDays(strategy: CompiledStrategy, folded: Folded, from: Folded): void {
  const copy = copyOfFolded(from);
  folded.daysUs = copy.daysUs;
  for (const { name, timeframe } of runnersOf(strategy).filter((one) => isOfDays(one.timeframe))) {
    folded.byName[name] = copy.byName[name] as StudyState;
    folded.resamplers[timeframe] = copy.resamplers[timeframe] as ResampleState;
  }
}

/** Folds the next bar, traded or not. */
export function foldBar(strategy: CompiledStrategy, folded: Folded, bar: PlainBar): void {
  folded.lastUs = bar.closeUs;
  const { status, highPx, lowPx, closePx } = bar;
  // A minute without a trade has no range.
  if (status === "TRADED" && highPx !== undefined && lowPx !== undefined && closePx !== undefined)
    atr.update(folded.atr, { highPx, lowPx, closePx });
  const all = runnersOf(strategy);
  if (all.length === 0) return;
  const barsOf = longerBars(folded, bar);
  for (const { name, study, timeframe } of all) {
    const state = folded.byName[name];
    if (state === undefined) continue;
    const join = folded.joins[name];
    for (const long of barsOf(timeframe))
      if (join === undefined) study.push(state, long);
      else for (const ready of joinOwn(join, long)) study.push(state, ready);
  }
}

/** Folds the next bar of a symbol that indicators compare with; one that is no newer than its last changes nothing. */
export function foldOther(strategy: CompiledStrategy, folded: Folded, symbol: string, bar: PlainBar): void {
  const other = folded.others[symbol];
  if (other === undefined || bar.closeUs <= other.lastUs) return;
  other.lastUs = bar.closeUs;
  const barsOf = longerBars(other, bar);
  for (const { name, study, timeframe, other: wanted } of runnersOf(strategy)) {
    const state = folded.byName[name];
    const join = folded.joins[name];
    if (wanted !== symbol || state === undefined || join === undefined) continue;
    for (const long of barsOf(timeframe)) for (const ready of joinOther(join, long)) study.push(state, ready);
  }
}

/** The minute, and what it closes of each longer length. */
function longerBars(
  { resamplers, daysUs = 0 }: { readonly resamplers: Resamplers; readonly daysUs?: number },
  bar: PlainBar,
): (timeframe: BarLength) => readonly PlainBar[] {
  const longer = new Map<BarLength, readonly PlainBar[]>([["1m", [bar]]]);
  for (const [timeframe, state] of Object.entries(resamplers) as [BarLength, ResampleState][])
    if (bar.closeUs > daysUs || !isOfDays(timeframe)) longer.set(timeframe, resample(timeframe, state, bar));
  return (timeframe) => longer.get(timeframe) ?? [];
}

export const copyOfFolded = (folded: Folded): Folded => JSON.parse(JSON.stringify(folded)) as Folded;
