import { type IndicatorBar, defineBar, period } from "../indicator.ts";

type OpeningRangeState = { minutes: number; day: number; done: boolean; high: number | null; low: number | null };
type Bar = Pick<IndicatorBar, "highPx" | "lowPx" | "day" | "minute">;

const level =
  (of: (high: number, low: number) => number) =>
  ({ done, high, low }: OpeningRangeState): number | undefined =>
    done && high !== null && low !== null ? of(high, low) : undefined;

/** Where the session began. */
export const openingRange = defineBar({
  name: "openingRange",
  title: "Opening range",
  doc: "The highest high and lowest low of the session's first minutes; has a value once they are over, until the session ends.",
  formula: "high = max(high), low = min(low) of the bars that close within `minutes` of 09:30; width = high − low",
  seeding: "the last bar of the first `minutes`, or the first bar after them, of each session",
  source: { citation: "T. Crabel, Day Trading with Short Term Price Patterns and Opening Range Breakout, 1990" },
  params: { minutes: { ...period(30), max: 389, doc: "minutes after the open" } },
  memory: "session",
  missing: { noTrade: "skip", noData: "session" },
  barsNeeded: ({ minutes }) => minutes,
  init: ({ minutes }): OpeningRangeState => ({ minutes, day: 0, done: false, high: null, low: null }),
  update: (state, { highPx, lowPx, day, minute }: Bar) => {
    if (day !== state.day) {
      state.day = day;
      state.done = false;
      state.high = null;
      state.low = null;
    }
    if (minute < 1) return;
    if (minute >= state.minutes) state.done = true;
    if (minute > state.minutes) return;
    state.high = state.high === null ? highPx : Math.max(state.high, highPx);
    state.low = state.low === null ? lowPx : Math.min(state.low, lowPx);
  },
  outputs: {
    high: { unit: "price", doc: "the highest high", read: level((high) => high) },
    low: { unit: "price", doc: "the lowest low", read: level((_, low) => low) },
    width: { unit: "price", doc: "high less low", read: level((high, low) => high - low) },
  },
});
