import { type AtrState, type Study, type StudyState, atr, makeStudy, unitOf } from "@bowline/indicators";
import { MICROS, type Us, us } from "@bowline/kernel";
import { type PlainBar, type ResampleState, initialResample, resample } from "@bowline/market";
import type { CompiledStrategy, IndicatorTimeframe } from "@bowline/rules";

/** ATR(14) of one-minute bars is what rules see as `atr`. */
const ATR_PERIOD = 14;

/** What a symbol's bars come to: the ATR, and the indicators that the strategy file declares. Plain JSON. */
export type Folded = {
  /** The last bar that was folded. */
  lastUs: Us;
  atr: AtrState;
  byName: Record<string, StudyState>;
  resamplers: Partial<Record<IndicatorTimeframe, ResampleState>>;
  /** The close of the last day that the broker's daily bars told; 0 before. Minutes up to then count for no day and no week. */
  daysUs: Us;
};

export type Runner = {
  readonly name: string;
  readonly study: Study;
  readonly timeframe: IndicatorTimeframe;
  readonly scale: number;
};

/** Compiled once for each strategy, whoever asks. */
const runners = new WeakMap<CompiledStrategy, readonly Runner[]>();

export function runnersOf(strategy: CompiledStrategy): readonly Runner[] {
  const known = runners.get(strategy);
  if (known !== undefined) return known;
  const made = Object.entries(strategy.indicators).map(([name, { spec, timeframe }]): Runner => {
    const unit = unitOf(spec);
    return { name, study: makeStudy(spec), timeframe, scale: unit === "price" || unit === "volume" ? MICROS : 1 };
  });
  runners.set(strategy, made);
  return made;
}

export function initialFolded(strategy: CompiledStrategy): Folded {
  const all = runnersOf(strategy);
  return {
    lastUs: us(0),
    atr: atr.init({ period: ATR_PERIOD }),
    byName: Object.fromEntries(all.map(({ name, study }) => [name, study.init()])),
    resamplers: Object.fromEntries(
      all.filter(({ timeframe }) => timeframe !== "1m").map(({ timeframe }) => [timeframe, initialResample()]),
    ),
    daysUs: us(0),
  };
}

const isOfDays = (timeframe: IndicatorTimeframe): boolean => timeframe === "1d" || timeframe === "1w";

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
  const longer = longerBars(folded, bar);
  for (const { name, study, timeframe } of all) {
    const state = folded.byName[name];
    if (state === undefined) continue;
    if (timeframe === "1m") study.push(state, bar);
    else for (const long of longer.get(timeframe) ?? []) study.push(state, long);
  }
}

/** What the minute closes of each longer length. */
function longerBars({ resamplers, daysUs }: Folded, bar: PlainBar): Map<IndicatorTimeframe, readonly PlainBar[]> {
  const longer = new Map<IndicatorTimeframe, readonly PlainBar[]>();
  for (const [timeframe, state] of Object.entries(resamplers) as [IndicatorTimeframe, ResampleState][])
    if (bar.closeUs > daysUs || !isOfDays(timeframe)) longer.set(timeframe, resample(timeframe, state, bar));
  return longer;
}

export const copyOfFolded = (folded: Folded): Folded => JSON.parse(JSON.stringify(folded)) as Folded;
