import { exchangeTimeAt, type Session, sessionOf } from "@bowline/calendar";
import { assert, type Us, US_PER_MINUTE, us } from "@bowline/kernel";
import { type HistoryBar, type Market, type SessionPlan, STEPS_PER_MINUTE } from "./market.ts";
import {
  goesUpFirst,
  holdQuote,
  playNoTrades,
  playQuotes,
  playTrades,
  type Quote,
  quoteTrades,
} from "./minute-path.ts";
import { firstRowFrom, type QuoteRow, type SymbolRows, type TradeRow } from "./minute-rows.ts";
import { playTapes } from "./play-tapes.ts";
import { makeTape, type SymbolTape } from "./session-tape.ts";

export type ReplayOptions = {
  /** Play at most so many sessions, from the first. */
  readonly sessions?: number;
  /** Play at most so many minutes of each session, from its open. */
  readonly minutes?: number;
};

/**
 * The market of recorded minutes. Regular hours of every day with a trade in them are sessions; rows outside them are
 * history only. The path inside a minute is the same in every run. Every symbol needs at least one trade.
 */
export function makeReplayMarket(rows: readonly SymbolRows[], options: ReplayOptions = {}): Market {
  const sorted = [...rows].sort((a, b) => (a.symbol < b.symbol ? -1 : 1));
  for (const { symbol, trades } of sorted) assert(trades.length > 0, `no trades of ${symbol} to replay`);
  const plans = plansOf(sorted, options);
  const bySymbol = new Map(sorted.map((one) => [one.symbol, one]));
  return playTapes({
    symbols: sorted.map(({ symbol }) => symbol),
    plans,
    tapesOf: (index) => sorted.map((one) => tapeOf(one, plans[index] ?? assertNever(index))),
    history: (symbol, endUs, count) => historyOf(bySymbol.get(symbol)?.trades ?? [], endUs, count),
  });
}

function assertNever(index: number): never {
  throw new RangeError(`no session ${index}`);
}

function plansOf(rows: readonly SymbolRows[], options: ReplayOptions): readonly SessionPlan[] {
  const found = new Map<string, Session>();
  for (const { trades } of rows) {
    for (const { startUs } of trades) {
      const { date } = exchangeTimeAt(startUs);
      if (found.has(date)) continue;
      const session = sessionOf(date);
      if (session !== undefined && session.openUs <= startUs && startUs < session.closeUs) found.set(date, session);
    }
  }
  const sessions = [...found.values()].sort((a, b) => a.openUs - b.openUs).slice(0, options.sessions);
  return sessions.map((session) => {
    const minutes = Math.min(
      (session.closeUs - session.openUs) / US_PER_MINUTE,
      options.minutes ?? Number.POSITIVE_INFINITY,
    );
    return { ...session, steps: minutes * STEPS_PER_MINUTE };
  });
}

function tapeOf(rows: SymbolRows, plan: SessionPlan): SymbolTape {
  const tape = makeTape(plan.steps);
  let trade = firstRowFrom(rows.trades, plan.openUs);
  let quote = firstRowFrom(rows.quotes, plan.openUs);
  // Before the very first trade of the file the price is taken as that trade's: there is no earlier one.
  let lastPx: number = rows.trades[trade - 1]?.closePx ?? rows.trades[0]?.openPx ?? 0;
  let held = heldQuote(rows.quotes[quote - 1]);
  for (let first = 0; first < plan.steps; first += STEPS_PER_MINUTE) {
    const startUs = us(plan.openUs + (first / STEPS_PER_MINUTE) * US_PER_MINUTE);
    const tradeRow = rowAt(rows.trades, trade, startUs);
    const quoteRow = rowAt(rows.quotes, quote, startUs);
    if (tradeRow === undefined) playNoTrades(tape, first, STEPS_PER_MINUTE, lastPx);
    else {
      playTrades(tape, first, tradeRow);
      lastPx = tradeRow.closePx;
      trade += 1;
    }
    if (quoteRow !== undefined) {
      playQuotes(tape, first, quoteRow, goesUpFirst(tradeRow ?? quoteRow.bid));
      held = heldQuote(quoteRow);
      quote += 1;
    } else if (held !== undefined) holdQuote(tape, first, held);
    else quoteTrades(tape, first);
  }
  return tape;
}

function rowAt<Row extends { readonly startUs: Us }>(
  rows: readonly Row[],
  index: number,
  startUs: Us,
): Row | undefined {
  const row = rows[index];
  return row?.startUs === startUs ? row : undefined;
}

const heldQuote = (row: QuoteRow | undefined): Quote | undefined =>
  row && { bid: row.bid.closePx, ask: row.ask.closePx, bidSize: row.bid.size, askSize: row.ask.size };

function historyOf(trades: readonly TradeRow[], endUs: Us, count: number): readonly HistoryBar[] {
  const end = firstRowFrom(trades, endUs - US_PER_MINUTE + 1);
  return trades
    .slice(Math.max(0, end - count), end)
    .map(({ startUs, ...row }) => ({ closeUs: us(startUs + US_PER_MINUTE), ...row }));
}
