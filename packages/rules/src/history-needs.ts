import { indicatorOf, makeStudy } from "@bowline/indicators";
import { MINUTES_A_SESSION, SESSIONS_A_WEEK, barMinutes, barsASession } from "@bowline/kernel";
import type { CompiledStrategy } from "./compiled.ts";
import type { DeclaredIndicator } from "./indicators-schema.ts";

/** Bars of the past that a strategy's indicators need at any time of a session: minutes of regular hours, and whole sessions. */
export type HistoryNeeds = { readonly minuteBars: number; readonly dailyBars: number };

/**
 * What weighs the whole past (an EMA, Wilder's averages) has a value long before it is near that of a long run: after five times
 * the bars, an EMA's beginning weighs no more than 0.005 %. A request costs the same for more bars.
 */
const RECURSIVE_TIMES = 5;

export function historyNeeds(strategy: Pick<CompiledStrategy, "indicators">): HistoryNeeds {
  const all = Object.values(strategy.indicators).map(needsOf);
  return {
    minuteBars: Math.max(0, ...all.map(({ minuteBars }) => minuteBars)),
    dailyBars: Math.max(0, ...all.map(({ dailyBars }) => dailyBars)),
  };
}

function needsOf({ spec, timeframe }: DeclaredIndicator): HistoryNeeds {
  const memory = indicatorOf(spec.indicator)?.memory ?? "recursive";
  const bars = makeStudy(spec).barsNeeded * (memory === "recursive" ? RECURSIVE_TIMES : 1);
  const minutes = barMinutes(timeframe);
  // The week under way is one of them.
  if (minutes === undefined)
    return { minuteBars: 0, dailyBars: timeframe === "1w" ? (bars + 1) * SESSIONS_A_WEEK : bars };
  // What begins with the session is right only from its first minute on.
  if (memory === "session") return { minuteBars: bars * minutes + MINUTES_A_SESSION, dailyBars: 0 };
  if (minutes === 1) return { minuteBars: bars, dailyBars: 0 };
  const sessions = Math.ceil(bars / barsASession(minutes));
  // Begun in the middle of a session, the first and the last of the bars are not whole.
  return { minuteBars: sessions * MINUTES_A_SESSION + 2 * minutes, dailyBars: 0 };
}
