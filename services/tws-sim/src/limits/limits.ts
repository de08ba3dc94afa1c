import { type HistoryPacing, makeBarsQuota, makeHistoryPacing } from "./pacing.ts";
import type { Switches } from "./switches.ts";

/** What a login may have of market data, counted over all its clients. */
export type Limits = {
  /** Milliseconds of the clock that limits count by. */
  nowMs(): number;
  readonly historyPacing: HistoryPacing;
  /** Whether one more request for real-time bars comes too soon. */
  isBarsQuotaUsedUp(): boolean;
  /** Whether one more tick-by-tick request for an instrument comes too soon. */
  isTickByTickTooSoon(symbol: string): boolean;
};

/** The switches are asked each time: they may change while clients are there. */
export function makeLimits(switches: () => Switches, nowMs: () => number): Limits {
  const isBarTooMuch = makeBarsQuota(() => switches().realTimeBarsPerTenMinutes);
  const tickByTickMs = new Map<string, number>();
  return {
    nowMs,
    historyPacing: makeHistoryPacing(switches),
    isBarsQuotaUsedUp: () => isBarTooMuch(nowMs()),
    isTickByTickTooSoon: (symbol) => {
      const lastMs = tickByTickMs.get(symbol);
      const isTooSoon = lastMs !== undefined && nowMs() < lastMs + switches().tickByTickSameSeconds * 1000;
      if (!isTooSoon) tickByTickMs.set(symbol, nowMs());
      return isTooSoon;
    },
  };
}
