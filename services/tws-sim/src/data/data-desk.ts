import { type Market, STEP_US, type SymbolStep } from "@bowline/matching";
import type { Exchange } from "../exchange/exchange.ts";
import { type Limits, makeLimits } from "../limits/limits.ts";
import { type Switches, switchesWith, type Wish } from "../limits/switches.ts";
import { type DayBook, makeDayBook } from "./day-stats.ts";
import { type MarketRecord, makeMarketRecord } from "./market-record.ts";
import { makeYearBook, type YearStats } from "./year-stats.ts";

/** What answers about market data are made from. */
export type DataDesk = {
  readonly record: MarketRecord;
  readonly days: DayBook;
  readonly limits: Limits;
  /** Names the draws of what is made up. */
  readonly seed: string;
  yearOf(symbol: string, nowUs: number): YearStats;
  switches(): Switches;
  change(wish: Wish): void;
  /** Each symbol's step before the one that ends then, where both are of one session; the ones that end then are kept for the next. */
  stepsBefore(endUs: number, steps: readonly SymbolStep[]): ReadonlyMap<string, SymbolStep>;
  /** Up to when data may be told: now, but never a step that was not played yet. */
  endUs(): number;
};

export type DataDeskOptions = {
  readonly exchange: Pick<Exchange, "market" | "timeline">;
  readonly spareMarket: () => Market;
  readonly seed: string;
  readonly switches: Wish | undefined;
  nowUs(): number;
};

/** Switches of history are read once, at the start; all others when they matter. */
export function makeDataDesk({ exchange, spareMarket, seed, switches: wish, nowUs }: DataDeskOptions): DataDesk {
  const { market, timeline } = exchange;
  let switches = switchesWith(wish);
  let spare: Market | undefined;
  const record = makeMarketRecord({
    market,
    spareMarket: () => (spare ??= spareMarket()),
    sessionIndex: timeline.sessionIndex,
    seed,
    years: switches.historyYears,
  });
  const clockMs = (): number =>
    switches.limitClock === "simulated" ? nowUs() / 1000 : performance.timeOrigin + performance.now();
  return {
    record,
    days: makeDayBook(record),
    limits: makeLimits(switches, clockMs),
    seed,
    yearOf: makeYearBook(record),
    switches: () => switches,
    change: (change) => void (switches = switchesWith(change, switches)),
    stepsBefore: makeStepMemory(),
    endUs: () => Math.min(nowUs(), (timeline.nextStepUs() ?? Number.POSITIVE_INFINITY) - 1),
  };
}

function makeStepMemory(): DataDesk["stepsBefore"] {
  const none: ReadonlyMap<string, SymbolStep> = new Map();
  let [before, last, lastEndUs] = [none, none, 0];
  return (endUs, steps) => {
    // A step that is told again has the same one before it.
    if (endUs !== lastEndUs) {
      before = endUs === lastEndUs + STEP_US ? last : none;
      last = new Map(steps.map((step) => [step.symbol, step]));
      lastEndUs = endUs;
    }
    return before;
  };
}
