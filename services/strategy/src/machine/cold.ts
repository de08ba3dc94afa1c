import { MINUTES_A_SESSION } from "@bowline/kernel";
import type { PlainBar } from "@bowline/market";
import { type CompiledStrategy, historyNeeds } from "@bowline/rules";
import { type Folded, foldBar, initialFolded, isOfDays, runnersOf } from "./folded.ts";

/**
 * Indicators that a later version of the file brought, and that rest on too little so far: by name, how many minutes each needs and
 * how many it has. They have no value until then. Plain JSON.
 */
export type Cold = Record<string, { readonly needs: number; seen: number }>;

/** The minutes that an indicator rests on; a day counts as those of its session. */
export function minutesNeeded(indicator: CompiledStrategy["indicators"][string]): number {
  const { minuteBars, dailyBars } = historyNeeds({ indicators: { it: indicator } });
  return minuteBars + dailyBars * MINUTES_A_SESSION;
}

/** All minutes so far are counted anew. */
export function recount(cold: Cold = {}): void {
  for (const one of Object.values(cold)) one.seen = 0;
}

/** Another minute closed. */
export function countMinute(cold: Cold): void {
  for (const one of Object.values(cold)) one.seen += 1;
  dropWarm(cold);
}

/** Days of the past came: they take the place of whatever indicators over days began with. */
export function countDays(strategy: CompiledStrategy, cold: Cold, days: number): void {
  for (const name of coldNames(strategy, cold, isOfDays)) setSeen(cold, name, days * MINUTES_A_SESSION);
  dropWarm(cold);
}

export type Past = {
  /** Bars of before the session under way, oldest first. */
  readonly bars: readonly PlainBar[];
  /** How many bars of the session are folded behind them. */
  readonly followedBy: number;
};

/** Minutes of the past came: cold indicators begin with them, and no other changes. */
export function warm(strategy: CompiledStrategy, base: Folded, cold: Cold, { bars, followedBy }: Past): boolean {
  const names = coldNames(strategy, cold, (timeframe) => !isOfDays(timeframe));
  if (names.length === 0) return false;
  const fresh = initialFolded(strategy);
  for (const bar of bars) foldBar(strategy, fresh, bar);
  const warmOnes = runnersOf(strategy).filter(({ name }) => !names.includes(name));
  for (const { name, timeframe } of runnersOf(strategy).filter((one) => names.includes(one.name))) {
    const state = fresh.byName[name];
    if (state !== undefined) base.byName[name] = state;
    // The bar under way is the same for all of a length: those that know it already need no other.
    const resampler = fresh.resamplers[timeframe];
    if (resampler !== undefined && !warmOnes.some((one) => one.timeframe === timeframe))
      base.resamplers[timeframe] = resampler;
    setSeen(cold, name, bars.length + followedBy);
  }
  dropWarm(cold);
  return true;
}

const coldNames = (
  strategy: CompiledStrategy,
  cold: Cold,
  isMeant: (timeframe: ReturnType<typeof runnersOf>[number]["timeframe"]) => boolean,
): readonly string[] =>
  runnersOf(strategy).flatMap(({ name, timeframe }) => (name in cold && isMeant(timeframe) ? [name] : []));

function setSeen(cold: Cold, name: string, seen: number): void {
  const one = cold[name];
  if (one !== undefined) one.seen = seen;
}

function dropWarm(cold: Cold): void {
  for (const [name, { needs, seen }] of Object.entries(cold)) if (seen >= needs) delete cold[name];
}
