import { US_PER_DAY } from "@bowline/kernel";
import { type HistoryBar, STEP_US } from "@bowline/matching";
import type { TimedStep } from "./data-bar.ts";
import type { RecordOptions } from "./market-record.ts";
import { stepAt, stepsOfRows } from "./replayed-steps.ts";
import { isIn, type Span, startOfDay } from "./spans.ts";

const KEPT_DAYS = 16;

type MinuteRows = (symbol: string, span: Span) => readonly HistoryBar[];

/** The steps of one day that lie in a span: what the market played, and what is made from minutes where it did not. */
export function makeDaySteps(options: RecordOptions, rowsOf: MinuteRows) {
  const { market } = options;
  const planByDate = new Map(market.sessions().map((plan, index) => [plan.date, { plan, index }]));
  const symbolIndex = new Map(market.symbols.map((symbol, index) => [symbol, index]));
  const kept = new Map<string, readonly TimedStep[]>();

  /** Steps of one played session; `undefined` where the market did not play that day. */
  const playedSteps = (symbol: string, date: string, span: Span): readonly TimedStep[] => {
    const found = planByDate.get(date);
    const at = symbolIndex.get(symbol);
    if (found === undefined || at === undefined) return [];
    const { plan, index } = found;
    const source = index === options.sessionIndex() ? market : options.spareMarket();
    const first = Math.max(0, Math.ceil((span.fromUs - plan.openUs) / STEP_US));
    const last = Math.min(plan.steps, Math.floor((span.toUs - plan.openUs) / STEP_US));
    return Array.from({ length: Math.max(0, last - first) }, (_, offset) => {
      const startUs = plan.openUs + (first + offset) * STEP_US;
      return { startUs, endUs: startUs + STEP_US, step: stepAt(source, index, first + offset, at) };
    });
  };
  /** Steps made from minutes, of what was not played: all of a day before the market, the rest of a session cut short. */
  const replayedSteps = (symbol: string, date: string): readonly TimedStep[] => {
    const key = `${symbol} ${date}`;
    const known = kept.get(key);
    if (known !== undefined) return known;
    const dayUs = startOfDay(date);
    const rows = rowsOf(symbol, { fromUs: dayUs, toUs: dayUs + US_PER_DAY });
    const made = stepsOfRows(symbol, date, rows);
    kept.set(key, made);
    const [oldest] = kept.keys();
    if (kept.size > KEPT_DAYS && oldest !== undefined) kept.delete(oldest);
    return made;
  };
  return (symbol: string, date: string, span: Span): readonly TimedStep[] => {
    const plan = planByDate.get(date)?.plan;
    const playedToUs = plan === undefined ? 0 : plan.openUs + plan.steps * STEP_US;
    const played = playedSteps(symbol, date, span);
    // A session that plays has no more minutes than steps; one that is over may have been cut short.
    if (plan !== undefined && span.toUs <= playedToUs && span.fromUs >= plan.openUs) return played;
    const isOwn = (startUs: number): boolean => plan !== undefined && startUs >= plan.openUs && startUs < playedToUs;
    const rest = replayedSteps(symbol, date).filter(
      ({ startUs, endUs }) => !isOwn(startUs) && isIn(span, startUs, endUs),
    );
    return [...played, ...rest].sort((a, b) => a.startUs - b.startUs);
  };
}
