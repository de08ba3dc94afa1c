import type { EventByKind } from "@bowline/contracts";
import {
  absQty,
  addMoney,
  type Money,
  money,
  negMoney,
  notional,
  type Px,
  type Qty,
  qty,
  subMoney,
  type Us,
  us,
  ZERO_MONEY,
  ZERO_QTY,
} from "@bowline/kernel";
import { markOf } from "./mark.ts";
import { applyFill, type Position, type PositionUpdate } from "./position.ts";

/** The books of one account. Private state of a machine: changed in place, by the functions below only. */
export type Books = {
  /** Cash at the first account of the broker, before any fill of ours; `undefined` until that came. */
  startCash: Money | undefined;
  /** What fills and commissions moved since. */
  cashFlow: Money;
  realizedPnl: Money;
  commissions: Money;
  /** Open positions by symbol. */
  readonly positions: Map<string, Position>;
  /** The last price that each symbol was valued at. */
  readonly marks: Map<string, Px>;
};

export const makeBooks = (): Books => ({
  startCash: undefined,
  cashFlow: ZERO_MONEY,
  realizedPnl: ZERO_MONEY,
  commissions: ZERO_MONEY,
  positions: new Map(),
  marks: new Map(),
});

/** Cash now; `undefined` before the opening balance. */
export const cashOf = (books: Books): Money | undefined =>
  books.startCash === undefined ? undefined : addMoney(books.startCash, books.cashFlow);

export const quantityOf = (books: Books, symbol: string): Qty => books.positions.get(symbol)?.quantity ?? ZERO_QTY;

/** Takes the broker's first account as the opening balance: its cash and what it holds already. Later ones change nothing. */
export function openBooks(books: Books, account: EventByKind<"broker.account">, atUs: Us): void {
  if (books.startCash !== undefined) return;
  books.startCash = subMoney(account.cash, books.cashFlow);
  for (const { symbol, quantity, avgPx, marketPx } of account.positions) {
    if (quantity === 0 || books.positions.has(symbol)) continue;
    const costPx = avgPx ?? marketPx;
    const cost = costPx === undefined ? ZERO_MONEY : notional(absQty(quantity), costPx);
    books.positions.set(symbol, { quantity, cost, entryUs: atUs });
    const mark = marketPx ?? avgPx;
    if (mark !== undefined && !books.marks.has(symbol)) books.marks.set(symbol, mark);
  }
}

/** Books one execution: position, cash and realised P&L. Its price is the mark until a quote comes. */
export function bookFill(books: Books, fill: EventByKind<"order.filled">): PositionUpdate {
  const update = applyFill(books.positions.get(fill.symbol), fill);
  if (update.position === undefined) books.positions.delete(fill.symbol);
  else books.positions.set(fill.symbol, update.position);
  const value = notional(fill.lastQty, fill.lastPx);
  books.cashFlow = addMoney(books.cashFlow, fill.side === "BUY" ? negMoney(value) : value);
  books.realizedPnl = addMoney(books.realizedPnl, update.realizedPnl);
  if (!books.marks.has(fill.symbol)) books.marks.set(fill.symbol, fill.lastPx);
  return update;
}

/** Books what the broker charged. */
export function bookCommission(books: Books, commission: Money): void {
  books.cashFlow = subMoney(books.cashFlow, commission);
  books.commissions = addMoney(books.commissions, commission);
}

/** Values a symbol at a quote; a quote that says nothing leaves the last mark. */
export function bookQuote(books: Books, quote: EventByKind<"md.quote">): void {
  const mark = markOf(quote);
  if (mark !== undefined) books.marks.set(quote.symbol, mark);
}

type PlainPosition = {
  readonly symbol: string;
  readonly quantity: number;
  readonly cost: number;
  readonly entryUs: number;
};
type PlainMark = { readonly symbol: string; readonly px: number };

/** Books as plain JSON. */
export type BooksSnapshot = {
  readonly startCash?: number | undefined;
  readonly cashFlow: number;
  readonly realizedPnl: number;
  readonly commissions: number;
  readonly positions: readonly PlainPosition[];
  readonly marks: readonly PlainMark[];
};

const bySymbol = (a: { readonly symbol: string }, b: { readonly symbol: string }): number =>
  a.symbol < b.symbol ? -1 : 1;

export const snapshotBooks = (books: Books): BooksSnapshot => ({
  startCash: books.startCash,
  cashFlow: books.cashFlow,
  realizedPnl: books.realizedPnl,
  commissions: books.commissions,
  positions: [...books.positions].map(([symbol, position]) => ({ symbol, ...position })).sort(bySymbol),
  marks: [...books.marks].map(([symbol, mark]) => ({ symbol, px: mark as number })).sort(bySymbol),
});

export const restoreBooks = (from: BooksSnapshot): Books => ({
  startCash: from.startCash === undefined ? undefined : money(from.startCash),
  cashFlow: money(from.cashFlow),
  realizedPnl: money(from.realizedPnl),
  commissions: money(from.commissions),
  positions: new Map(
    from.positions.map((p) => [p.symbol, { quantity: qty(p.quantity), cost: money(p.cost), entryUs: us(p.entryUs) }]),
  ),
  marks: new Map(from.marks.map((m) => [m.symbol, m.px as Px])),
});
