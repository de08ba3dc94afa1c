import { sessionOf } from "@bowline/calendar";
import { US_PER_MINUTE, us } from "@bowline/kernel";
import {
  type HistoryBar,
  makeOrigin,
  type Market,
  type Origin,
  STEP_US,
  type StepTick,
  type SymbolStep,
} from "@bowline/matching";
import { barOfMinute, barOfStep, type DataBar, foldBars, type TimedStep } from "./data-bar.ts";
import { partsOf } from "../exchange/step-parts.ts";
import { makeDaySteps } from "./day-steps.ts";
import { datesBetween, datesIn, isIn, type Span } from "./spans.ts";

export type RecordOptions = {
  readonly market: Market;
  /** The same market once more, for sessions that are over: a market keeps one session at hand, the one that plays. */
  spareMarket(): Market;
  /** The session that plays. */
  sessionIndex(): number;
  readonly seed: string;
  /** Years of made-up history before the market's own; 0 makes none. */
  readonly years: number;
  /** How many parts a step is told in. */
  readonly ticksPerStep: number;
};

/**
 * Everything that a market did up to a time, at any grain, always the same: what it played, what it remembers from before, and before
 * that a made-up past. Ticks fold to steps, steps to minutes, minutes to days.
 */
export type MarketRecord = {
  /** Trading days of a span that have data, oldest first. */
  datesOf(symbol: string, span: Span): readonly string[];
  /** The start of the first minute that is known. */
  headUs(symbol: string): number | undefined;
  /** Trades by the minute; the last one is as long as the span lets it be. Minutes without a trade have none. */
  minutes(symbol: string, span: Span): readonly DataBar[];
  /** Five-second steps with their quotes; outside regular hours, where only minutes are known, one for each minute. */
  steps(symbol: string, span: Span): readonly TimedStep[];
  /** Parts of steps, with the trades in them. */
  ticks(symbol: string, span: Span): readonly TimedTick[];
  /** As `ticks`, of one step that follows another. */
  ticksOf(step: TimedStep, before: SymbolStep | undefined): readonly TimedTick[];
};

export type TimedTick = TimedStep & { readonly step: StepTick };

export function makeMarketRecord(options: RecordOptions): MarketRecord {
  const { market, seed, ticksPerStep } = options;
  const played = new Set(market.symbols);
  const origins = new Map<string, Origin>();
  const originOf = (symbol: string): Origin => {
    const known = origins.get(symbol) ?? makeOrigin(market, options, symbol);
    origins.set(symbol, known);
    return known;
  };

  const rowsOf = makeMinuteRows(market, originOf);
  const datesOf = (symbol: string, span: Span): readonly string[] => {
    const { past, ownFromUs } = originOf(symbol);
    const own = datesBetween(Math.max(span.fromUs, ownFromUs), span.toUs);
    return [...datesIn(past.dates, span), ...own];
  };
  const stepsOfDay = makeDaySteps(options, rowsOf);
  const steps = (symbol: string, span: Span): readonly TimedStep[] =>
    datesOf(symbol, span).flatMap((date) => stepsOfDay(symbol, date, span));
  const ticksOf = ({ startUs, endUs, step }: TimedStep, before: SymbolStep | undefined): readonly TimedTick[] => {
    let tickStartUs = startUs;
    return partsOf({ seed, ticks: ticksPerStep }, endUs, step, before).map((tick) => {
      const timed = { startUs: tickStartUs, endUs: startUs + tick.offsetUs, step: tick };
      tickStartUs = timed.endUs;
      return timed;
    });
  };

  return {
    datesOf,
    headUs: (symbol) => {
      const { past, ownFromUs } = originOf(symbol);
      const [first] = past.dates;
      return played.has(symbol) ? (first === undefined ? ownFromUs : sessionOf(first)?.openUs) : undefined;
    },
    minutes: (symbol, span) => {
      const whole = rowsOf(symbol, span).map(barOfMinute);
      const minuteUs = Math.floor(span.toUs / US_PER_MINUTE) * US_PER_MINUTE;
      if (minuteUs === span.toUs || minuteUs < span.fromUs) return whole;
      const begun = foldBars(
        steps(symbol, { fromUs: minuteUs, toUs: span.toUs }).flatMap((step) => barOfStep(step) ?? []),
      );
      return begun === undefined ? whole : [...whole, { ...begun, startUs: minuteUs, endUs: span.toUs }];
    },
    steps,
    ticksOf,
    ticks: (symbol, span) => {
      // One step more at the beginning: a step's ticks start from the quote before it.
      const found = steps(symbol, { fromUs: span.fromUs - 2 * STEP_US, toUs: span.toUs + STEP_US - 1 });
      return found.flatMap((step, index) => {
        const before = found[index - 1];
        const follows = before !== undefined && before.endUs === step.startUs;
        return ticksOf(step, follows ? before.step : undefined).filter(({ startUs, endUs }) =>
          isIn(span, startUs, endUs),
        );
      });
    },
  };
}

/** Whole minutes of a span: the market's own, and the made-up ones before them. */
function makeMinuteRows(market: Market, originOf: (symbol: string) => Origin) {
  const ownMinutes = (symbol: string, { fromUs, toUs }: Span): readonly HistoryBar[] => {
    const from = Math.max(fromUs, originOf(symbol).ownFromUs);
    if (from >= toUs) return [];
    const count = Math.ceil((toUs - from) / US_PER_MINUTE) + 1;
    return market.history(symbol, us(toUs), count).filter(({ closeUs }) => closeUs - US_PER_MINUTE >= from);
  };
  const pastMinutes = (symbol: string, span: Span): readonly HistoryBar[] => {
    const { past, ownFromUs } = originOf(symbol);
    if (span.fromUs >= ownFromUs) return [];
    return datesIn(past.dates, span).flatMap((date) =>
      past.minutesOf(date).filter(({ closeUs }) => closeUs - US_PER_MINUTE >= span.fromUs && closeUs <= span.toUs),
    );
  };
  return (symbol: string, span: Span): readonly HistoryBar[] => {
    const past = pastMinutes(symbol, span);
    const own = ownMinutes(symbol, span);
    return past.length === 0 ? own : past.concat(own);
  };
}
