import { MICROS, mulDiv } from "@bowline/kernel";
import { STEPS_PER_MINUTE } from "./market.ts";
import type { SideRow, TradeRow } from "./minute-rows.ts";
import type { SymbolTape } from "./session-tape.ts";

const CENT = 10_000;

/** Four prices that a path visits in order, at 0, 1/3, 2/3 and 1 of its length. */
type Knots = readonly [number, number, number, number];

type Range = { readonly openPx: number; readonly highPx: number; readonly lowPx: number; readonly closePx: number };

/** The nearer extreme is visited first; at equal distance the high. */
export const goesUpFirst = (row: Range): boolean => row.highPx - row.openPx <= row.openPx - row.lowPx;

const knotsOf = (row: Range, upFirst: boolean): Knots =>
  upFirst ? [row.openPx, row.highPx, row.lowPx, row.closePx] : [row.openPx, row.lowPx, row.highPx, row.closePx];

/** The coarsest of a cent, a hundredth of it and a micro that all four prices are multiples of: what lies between keeps it. */
export function incrementOf(row: Range): number {
  const isMultiple = (increment: number) =>
    row.openPx % increment === 0 &&
    row.highPx % increment === 0 &&
    row.lowPx % increment === 0 &&
    row.closePx % increment === 0;
  if (isMultiple(CENT)) return CENT;
  return isMultiple(CENT / 100) ? CENT / 100 : 1;
}

/** Price of a path at a third-of-length position, straight between knots, on the increment, never beyond the two knots. */
function priceAt(knots: Knots, thirds: number, increment: number): number {
  const index = Math.min(Math.floor(thirds), 2);
  const from = knots[index] ?? 0;
  const to = knots[index + 1] ?? 0;
  const fraction = thirds - index;
  if (fraction === 0) return from;
  if (fraction === 1) return to;
  const price = Math.round((from + (to - from) * fraction) / increment) * increment;
  return Math.min(Math.max(price, Math.min(from, to)), Math.max(from, to));
}

/**
 * Plays one minute's trades into the 12 steps that begin at `first`: their open, high, low, close and volume together are
 * exactly the row's. The first bars hold the trades, at least one share each, so a volume of 1 stands in one bar whole.
 */
export function playTrades(tape: SymbolTape, first: number, row: TradeRow): void {
  const shares = mulDiv(row.volume, 1, MICROS);
  const bars = Math.min(STEPS_PER_MINUTE, Math.max(shares, 1));
  const each = Math.floor(shares / bars);
  const more = shares - each * bars;
  const knots = knotsOf(row, goesUpFirst(row));
  const increment = incrementOf(row);
  for (let bar = 0; bar < bars; bar++) {
    const start = (bar * 3) / bars;
    const end = ((bar + 1) * 3) / bars;
    const open = priceAt(knots, start, increment);
    const close = priceAt(knots, end, increment);
    let high = Math.max(open, close);
    let low = Math.min(open, close);
    for (let knot = 1; knot <= 2; knot++) {
      if (start > knot || knot > end) continue;
      high = Math.max(high, knots[knot] ?? high);
      low = Math.min(low, knots[knot] ?? low);
    }
    const volume = each + (bar < more ? 1 : 0);
    writeBar(tape, first + bar, { openPx: open, highPx: high, lowPx: low, closePx: close }, volume);
  }
  playNoTrades(tape, first + bars, STEPS_PER_MINUTE - bars, row.closePx);
}

/** Writes a bar of whole shares; its average price is the middle of its four prices, its trades are taken as of 100 shares. */
export function writeBar(tape: SymbolTape, index: number, bar: Range, shares: number): void {
  tape.open[index] = bar.openPx;
  tape.high[index] = bar.highPx;
  tape.low[index] = bar.lowPx;
  tape.close[index] = bar.closePx;
  tape.volume[index] = shares * MICROS;
  tape.wap[index] = Math.round((bar.openPx + bar.highPx + bar.lowPx + bar.closePx) / 4);
  tape.count[index] = shares === 0 ? 0 : Math.max(1, Math.floor(shares / 100));
}

/** Steps in which nothing trades: volume 0, all prices the last one. */
export function playNoTrades(tape: SymbolTape, first: number, steps: number, lastPx: number): void {
  const flat = { openPx: lastPx, highPx: lastPx, lowPx: lastPx, closePx: lastPx };
  for (let index = first; index < first + steps; index++) writeBar(tape, index, flat, 0);
}

/** The least distance of ask from bid: a cent, below a dollar a hundredth of it. */
const leastSpread = (bid: number): number => (bid >= MICROS ? CENT : CENT / 100);

/** One quote, uncrossed: where the sides meet, the ask gives way. */
export function writeQuote(tape: SymbolTape, index: number, quote: Quote): void {
  tape.bid[index] = quote.bid;
  tape.ask[index] = Math.max(quote.ask, quote.bid + leastSpread(quote.bid));
  tape.bidSize[index] = quote.bidSize;
  tape.askSize[index] = quote.askSize;
}

export type Quote = { readonly bid: number; readonly ask: number; readonly bidSize: number; readonly askSize: number };

/** Plays one minute's quotes into 12 steps: both sides visit their extremes in the order in which the trades do. */
export function playQuotes(
  tape: SymbolTape,
  first: number,
  sides: { bid: SideRow; ask: SideRow },
  upFirst: boolean,
): void {
  const bidKnots = knotsOf(sides.bid, upFirst);
  const askKnots = knotsOf(sides.ask, upFirst);
  const bidIncrement = incrementOf(sides.bid);
  const askIncrement = incrementOf(sides.ask);
  for (let step = 0; step < STEPS_PER_MINUTE; step++) {
    const thirds = ((step + 1) * 3) / STEPS_PER_MINUTE;
    writeQuote(tape, first + step, {
      bid: priceAt(bidKnots, thirds, bidIncrement),
      ask: priceAt(askKnots, thirds, askIncrement),
      bidSize: sides.bid.size,
      askSize: sides.ask.size,
    });
  }
}

/** Steps without news of the quote: it stands as it was. */
export function holdQuote(tape: SymbolTape, first: number, quote: Quote): void {
  for (let step = 0; step < STEPS_PER_MINUTE; step++) writeQuote(tape, first + step, quote);
}

/** Steps of a symbol whose quotes are not known yet: a cent around the last trade, a round lot on each side. */
export function quoteTrades(tape: SymbolTape, first: number): void {
  for (let index = first; index < first + STEPS_PER_MINUTE; index++) {
    const price = tape.close[index] ?? 0;
    const away = leastSpread(price - CENT);
    writeQuote(tape, index, { bid: price - away, ask: price + away, bidSize: 100 * MICROS, askSize: 100 * MICROS });
  }
}
