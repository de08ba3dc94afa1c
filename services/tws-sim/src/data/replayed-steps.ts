import { type Session, sessionOf } from "@bowline/calendar";
import { px, US_PER_MINUTE, us } from "@bowline/kernel";
import {
  type HistoryBar,
  makeReplayMarket,
  type Market,
  type SessionPlan,
  STEP_US,
  type SymbolStep,
} from "@bowline/matching";
import { barOfMinute, type TimedStep } from "./data-bar.ts";

/** Minutes of a day as steps: regular hours as the replay plays them, other minutes as one step each. */
export function stepsOfRows(symbol: string, date: string, rows: readonly HistoryBar[]): readonly TimedStep[] {
  const session = sessionOf(date);
  if (session === undefined || rows.length === 0) return [];
  const isRegular = ({ closeUs }: HistoryBar): boolean => session.openUs < closeUs && closeUs <= session.closeUs;
  const outside = rows.filter((row) => !isRegular(row)).map((row) => stepOfRow(symbol, row));
  const regular = rows.filter(isRegular);
  return regular.length === 0
    ? outside
    : [...outside, ...replay(symbol, regular, session)].sort((a, b) => a.startUs - b.startUs);
}

function replay(symbol: string, rows: readonly HistoryBar[], session: Session): readonly TimedStep[] {
  const trades = rows.map(({ closeUs, ...row }) => ({ startUs: us(closeUs - US_PER_MINUTE), ...row }));
  const market = makeReplayMarket([{ symbol, trades, quotes: [] }]);
  const [plan] = market.sessions() as readonly [SessionPlan];
  const lastUs = rows.at(-1)?.closeUs ?? session.closeUs;
  const steps = Math.min(plan.steps, Math.ceil((lastUs - plan.openUs) / STEP_US));
  return Array.from({ length: steps }, (_, index) => {
    const startUs = plan.openUs + index * STEP_US;
    return { startUs, endUs: startUs + STEP_US, step: stepAt(market, 0, index, 0) };
  });
}

const CENT = 10_000;

function stepOfRow(symbol: string, row: HistoryBar): TimedStep {
  const { startUs, count } = barOfMinute(row);
  const { closePx, volume, closeUs: _, ...prices } = row;
  const quote = { bidPx: px(closePx - CENT), askPx: px(closePx + CENT), bidQty: volume, askQty: volume };
  const step = { symbol, ...prices, closePx, volume, wapPx: closePx, tradeCount: count, ...quote };
  return { startUs, endUs: startUs + STEP_US, step };
}

/** One symbol's part of a step. */
export function stepAt(market: Market, sessionIndex: number, stepIndex: number, symbolIndex: number): SymbolStep {
  const step = market.step(sessionIndex, stepIndex)[symbolIndex];
  if (step === undefined) throw new RangeError(`no symbol ${symbolIndex} in the market`);
  return step;
}
