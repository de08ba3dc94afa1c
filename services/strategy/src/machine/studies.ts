import type { HistoryBar } from "@bowline/contracts";
import { type Study, type StudyState, makeStudy, unitOf } from "@bowline/indicators";
import { MICROS, type Us, us } from "@bowline/kernel";
import { type PlainBar, type ResampleState, initialResample, resample } from "@bowline/market";
import type { CompiledStrategy, IndicatorFact, IndicatorTimeframe } from "@bowline/rules";

/**
 * The indicators of one symbol. Bars that came live before history did are kept until history came, so that it can be put
 * before them; where history comes again, only what is newer counts. Plain JSON.
 */
export type Studied = {
  lastUs: Us;
  hasHistory: boolean;
  early: PlainBar[];
  byName: Record<string, StudyState>;
  resamplers: Partial<Record<IndicatorTimeframe, ResampleState>>;
};

type Runner = {
  readonly name: string;
  readonly study: Study;
  readonly timeframe: IndicatorTimeframe;
  readonly scale: number;
};

/** Compiled once for each strategy, whoever asks. */
const runners = new WeakMap<CompiledStrategy, readonly Runner[]>();

function runnersOf(strategy: CompiledStrategy): readonly Runner[] {
  const known = runners.get(strategy);
  if (known !== undefined) return known;
  const made = Object.entries(strategy.indicators).map(([name, { spec, timeframe }]): Runner => {
    const unit = unitOf(spec);
    return { name, study: makeStudy(spec), timeframe, scale: unit === "price" || unit === "volume" ? MICROS : 1 };
  });
  runners.set(strategy, made);
  return made;
}

export function initialStudies(strategy: CompiledStrategy): Studied {
  const all = runnersOf(strategy);
  return {
    lastUs: us(0),
    hasHistory: false,
    early: [],
    byName: Object.fromEntries(all.map(({ name, study }) => [name, study.init()])),
    resamplers: Object.fromEntries(
      all.filter(({ timeframe }) => timeframe !== "1m").map(({ timeframe }) => [timeframe, initialResample()]),
    ),
  };
}

/** A week of minutes: who has waited longer for history gets none. */
const MOST_EARLY = 1950;

/** Folds a closed one-minute bar, traded or not; one with the last bar's close time replaces it. */
export function studyBar(strategy: CompiledStrategy, studied: Studied, bar: PlainBar): void {
  const all = runnersOf(strategy);
  if (all.length === 0) return;
  if (!studied.hasHistory && studied.early.length < MOST_EARLY) studied.early.push(plain(bar));
  fold(all, studied, bar);
}

/** Warms up: bars of the past, then those that came before them. */
export function studyHistory(strategy: CompiledStrategy, studied: Studied, bars: readonly HistoryBar[]): void {
  const all = runnersOf(strategy);
  if (all.length === 0) return;
  const past = bars.map(ofHistory).sort((a, b) => a.closeUs - b.closeUs);
  if (studied.hasHistory) {
    for (const bar of past) if (bar.closeUs > studied.lastUs) fold(all, studied, bar);
    return;
  }
  const { early } = studied;
  Object.assign(studied, initialStudies(strategy));
  studied.hasHistory = true;
  const [first] = early;
  for (const bar of past) if (first === undefined || bar.closeUs < first.closeUs) fold(all, studied, bar);
  for (const bar of early) fold(all, studied, bar);
}

function fold(all: readonly Runner[], studied: Studied, bar: PlainBar): void {
  if (bar.closeUs > studied.lastUs) studied.lastUs = bar.closeUs;
  const longer = new Map<IndicatorTimeframe, readonly PlainBar[]>();
  for (const [timeframe, state] of Object.entries(studied.resamplers) as [IndicatorTimeframe, ResampleState][])
    longer.set(timeframe, resample(timeframe, state, bar));
  for (const { name, study, timeframe } of all) {
    const state = studied.byName[name];
    if (state === undefined) continue;
    if (timeframe === "1m") study.push(state, bar);
    else for (const long of longer.get(timeframe) ?? []) study.push(state, long);
  }
}

/** What rules see of each. */
export function indicatorFacts(strategy: CompiledStrategy, studied: Studied): Readonly<Record<string, IndicatorFact>> {
  const facts: Record<string, IndicatorFact> = {};
  for (const { name, study, scale } of runnersOf(strategy)) {
    const state = studied.byName[name];
    facts[name] = { value: state === undefined ? undefined : study.value(state), scale };
  }
  return facts;
}

const plain = ({ closeUs, status, openPx, highPx, lowPx, closePx, volume }: PlainBar): PlainBar => ({
  closeUs,
  status,
  openPx,
  highPx,
  lowPx,
  closePx,
  volume,
});

/** History has no status: what has a price traded. */
function ofHistory({ closeUs, openPx, highPx, lowPx, closePx, volume }: HistoryBar): PlainBar {
  const status = closePx === undefined ? "NO_TRADE" : "TRADED";
  return { closeUs, status, openPx, highPx, lowPx, closePx, volume };
}
