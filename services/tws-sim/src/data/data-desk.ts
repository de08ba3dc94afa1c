import {
  type Borrow,
  borrowOf,
  type BorrowTraits,
  type HaltCode,
  type Market,
  STEP_US,
  type SymbolStep,
} from "@bowline/matching";
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
  /** Whether shares can be had for a short sale: as the broker sees it. */
  borrowOf(symbol: string): Borrow;
  /** Symbols that began or ceased to be halted with a step. Each step is to be told once. */
  haltChanges(steps: readonly SymbolStep[]): ReadonlySet<string>;
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
  /** Names the draws of what is made up. */
  readonly seed: string;
  /** Whose shares are hard to borrow; nobody's where it is absent. */
  readonly borrow: BorrowTraits | undefined;
  readonly switches: Wish | undefined;
  /** How many parts a step is told in. */
  readonly ticksPerStep: number;
  nowUs(): number;
};

/** `historyYears` is read once, at the start; all others when they matter. */
export function makeDataDesk(options: DataDeskOptions): DataDesk {
  const { exchange, spareMarket, seed, switches: wish, ticksPerStep, nowUs } = options;
  const { market, timeline } = exchange;
  let switches = switchesWith(wish);
  let spare: Market | undefined;
  const record = makeMarketRecord({
    market,
    spareMarket: () => (spare ??= spareMarket()),
    sessionIndex: timeline.sessionIndex,
    seed,
    years: switches.historyYears,
    ticksPerStep,
  });
  const clockMs = (): number =>
    switches.limitClock === "simulated" ? nowUs() / 1000 : performance.timeOrigin + performance.now();
  return {
    record,
    days: makeDayBook(record),
    limits: makeLimits(() => switches, clockMs),
    borrowOf: (symbol) => borrowOf(seed, symbol, options.borrow),
    haltChanges: makeHaltMemory(),
    yearOf: makeYearBook(record),
    switches: () => switches,
    change: (change) => void (switches = switchesWith(change, switches)),
    stepsBefore: makeStepMemory(),
    endUs: () => {
      const nextUs = timeline.nextStepUs();
      // A market of a few minutes ends with them: what it would have done after that nobody may see.
      return Math.min(nowUs(), nextUs === undefined ? timeline.stepUs() : nextUs - 1);
    },
  };
}

/** 0 trades, 1 halted, 2 paused for volatility. */
export const haltOf = (step: SymbolStep | undefined): HaltCode =>
  step?.state?.halted ?? (step?.halted === true ? 1 : 0);

function makeHaltMemory(): DataDesk["haltChanges"] {
  const halted = new Map<string, HaltCode>();
  return (steps) => {
    const changed = steps.filter((step) => haltOf(step) !== (halted.get(step.symbol) ?? 0));
    for (const step of changed) halted.set(step.symbol, haltOf(step));
    return new Set(changed.map(({ symbol }) => symbol));
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
