import type { EventByKind } from "@bowline/contracts";
import {
  absQty,
  addMoney,
  type Money,
  money,
  notional,
  px,
  type Px,
  type Qty,
  qty,
  subMoney,
  type Us,
  us,
  ZERO_MONEY,
  ZERO_QTY,
} from "@bowline/kernel";
import { chargedChange, type Executed, executedChange } from "@bowline/orders";
import { markOf } from "./mark.ts";
import {
  type Histories,
  type HistorySnapshot,
  remember,
  type Restatement,
  restateHistory,
  restoreHistory,
  snapshotHistory,
} from "./history.ts";
import { applyFill, type Position, type PositionFill, type PositionUpdate } from "./position.ts";

/** A position that came from nowhere, at no price that anybody knows, costs as good as nothing. */
const NO_PX = px(1);

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
  /** What the open positions were made of: what a correction is counted against. */
  readonly histories: Histories;
  /** The last price that each symbol was valued at. */
  readonly marks: Map<string, Px>;
};

export const makeBooks = (): Books => ({
  startCash: undefined,
  cashFlow: ZERO_MONEY,
  realizedPnl: ZERO_MONEY,
  commissions: ZERO_MONEY,
  positions: new Map(),
  histories: new Map(),
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
    const position = { quantity, cost, entryUs: atUs };
    books.positions.set(symbol, position);
    books.histories.set(symbol, { base: position, fills: [] });
    const mark = marketPx ?? avgPx;
    if (mark !== undefined && !books.marks.has(symbol)) books.marks.set(symbol, mark);
  }
}

/** An execution that is not ours has no strategy; all else that the books need is the same. */
type Fill = PositionFill & { readonly symbol: string; readonly execId: string };

/**
 * Books whatever moves a position: an execution of ours or of others, a correction, an adjustment. Its price is the mark until a
 * quote comes. What was corrected is booked as if it had been so from the start.
 */
export function bookExecuted(books: Books, event: Executed): PositionUpdate {
  const update = isCorrection(event) ? restate(books, event) : bookFill(books, fillOf(books, event));
  books.cashFlow = addMoney(books.cashFlow, executedChange(event).cash);
  return update;
}

type Correction = Exclude<Executed, EventByKind<"order.filled" | "broker.adjustment">> & Restatement;
const isCorrection = (event: Executed): event is Correction =>
  "correctsExecId" in event && event.correctsExecId !== undefined;

/** An adjustment as a fill: at its price, at the mark, or at no cost where nobody knows one. */
function fillOf(books: Books, event: Executed): Fill {
  if (event.kind !== "broker.adjustment") return event;
  const { symbol, quantity, adjustmentId, atUs } = event;
  const lastPx = event.px ?? books.marks.get(symbol) ?? NO_PX;
  return {
    symbol,
    execId: adjustmentId,
    side: quantity < 0 ? "SELL" : "BUY",
    lastQty: absQty(quantity),
    lastPx,
    transactUs: atUs,
  };
}

function bookFill(books: Books, fill: Fill): PositionUpdate {
  const { symbol, execId, side, lastQty, lastPx, transactUs } = fill;
  const update = applyFill(books.positions.get(symbol), fill);
  hold(books, symbol, update);
  remember(books.histories, symbol, { execId, side, lastQty, lastPx, transactUs });
  if (!books.marks.has(symbol)) books.marks.set(symbol, lastPx);
  return update;
}

function restate(books: Books, event: Correction): PositionUpdate {
  const { symbol } = event;
  const { position, realizedPnl } = restateHistory(books.histories, books.positions.get(symbol), event);
  const update = { change: "restated" as const, position, realizedPnl, entryUs: position?.entryUs ?? event.transactUs };
  hold(books, symbol, update);
  return update;
}

function hold(books: Books, symbol: string, { position, realizedPnl }: PositionUpdate): void {
  if (position === undefined) books.positions.delete(symbol);
  else books.positions.set(symbol, position);
  books.realizedPnl = addMoney(books.realizedPnl, realizedPnl);
}

/** Books what the broker charged, beyond what it had charged for the same execution before. */
export function bookCommission(books: Books, event: Parameters<typeof chargedChange>[0]): void {
  const charge = chargedChange(event);
  books.cashFlow = subMoney(books.cashFlow, charge);
  books.commissions = addMoney(books.commissions, charge);
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
type PlainHistory = HistorySnapshot & { readonly symbol: string };
type PlainMark = { readonly symbol: string; readonly px: number };

/** Books as plain JSON. */
export type BooksSnapshot = {
  readonly startCash?: number | undefined;
  readonly cashFlow: number;
  readonly realizedPnl: number;
  readonly commissions: number;
  readonly positions: readonly PlainPosition[];
  readonly histories: readonly PlainHistory[];
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
  histories: [...books.histories].map(([symbol, history]) => ({ symbol, ...snapshotHistory(history) })).sort(bySymbol),
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
  histories: new Map(from.histories.map(({ symbol, ...history }) => [symbol, restoreHistory(history)])),
  marks: new Map(from.marks.map((m) => [m.symbol, m.px as Px])),
});
