import {
  addMoney,
  addQty,
  type Money,
  money,
  notional,
  type Px,
  type Qty,
  qty,
  ZERO_MONEY,
  ZERO_QTY,
} from "@bowline/kernel";
import { grossWith } from "./broker-account.ts";
import { type Book, isHeldByFamily } from "./broker-book.ts";
import type { WorkingOrder } from "./broker-state.ts";
import type { AccountView } from "./broker-types.ts";
import { oppositePx } from "./match-price.ts";

/** What the working orders of an account may still trade of one symbol. Of several of which only one can fill, the largest counts. */
export type Reserved = {
  readonly symbol: string;
  readonly buyQty: Qty;
  readonly sellQty: Qty;
  /** What the buys cost at their own prices. */
  readonly buyValue: Money;
  readonly markPx: Px;
};

/** At which price an order is looked at before it trades: its limit, its stop, or the quote; `undefined` where there is none. */
export function lookedAtPx({ state }: Book, { symbol, side, lmtPx, stopPx }: WorkingOrder): Px | undefined {
  const quote = state.quotes.get(symbol);
  return lmtPx ?? stopPx ?? (quote && oppositePx(side, quote));
}

/** Children of one parent, and an OCA group of a client: a fill of one ends or reduces the others. */
const groupKeyOf = ({ parentPermId, ocaGroup, clientId, permId }: WorkingOrder): string => {
  if (parentPermId !== undefined) return `parent ${parentPermId}`;
  return ocaGroup === undefined ? `order ${permId}` : `group ${clientId} ${ocaGroup}`;
};

/**
 * What an order would reserve together with those that work already, by symbol: orders that are staged, or that wait for their parent,
 * reserve nothing. A partly filled order reserves what it has left. Where the switch is off, the order stands alone.
 */
export function reservedWith(book: Book, order: WorkingOrder): readonly Reserved[] {
  const { state, terms } = book;
  const others = terms.behaviour.openOrdersReserve
    ? [...state.open.values()].filter((other) => other.permId !== order.permId && !isHeldByFamily(book, other))
    : [];
  const byGroup = Map.groupBy([...others, order], (one) => `${one.symbol} ${one.side} ${groupKeyOf(one)}`);
  const bySymbol = new Map<string, Reserved>();
  for (const group of byGroup.values()) {
    const [largest] = group.toSorted((a, b) => b.leavesQty - a.leavesQty);
    const price = largest && lookedAtPx(book, largest);
    if (largest === undefined || price === undefined) continue;
    const { symbol, side, leavesQty } = largest;
    const markPx = state.quotes.get(symbol)?.closePx ?? price;
    const sum = bySymbol.get(symbol) ?? { symbol, buyQty: ZERO_QTY, sellQty: ZERO_QTY, buyValue: ZERO_MONEY, markPx };
    bySymbol.set(
      symbol,
      side === "SELL"
        ? { ...sum, sellQty: addQty(sum.sellQty, leavesQty) }
        : {
            ...sum,
            buyQty: addQty(sum.buyQty, leavesQty),
            buyValue: addMoney(sum.buyValue, notional(leavesQty, price)),
          },
    );
  }
  return [...bySymbol.values()];
}

/** Gross position value as it is, and as it would be at the most with an order and what works beside it. */
export function grossReserved(
  book: Book,
  account: AccountView,
  order: WorkingOrder,
  price: Px,
): { readonly before: Money; readonly after: Money } {
  const before = account.grossPositionValue;
  let after = before;
  for (const { symbol, buyQty, sellQty, markPx } of reservedWith(book, order)) {
    const isOwn = symbol === order.symbol;
    const valueWith = (change: number): number =>
      grossWith(account, symbol, qty(change), isOwn ? price : markPx).after - before;
    const [own, against] = order.side === "BUY" ? [buyQty, -sellQty] : [-sellQty, buyQty];
    const changes = isOwn ? [own, ...(against === 0 ? [] : [against])] : [0, buyQty, -sellQty];
    after = money(after + Math.max(...changes.map(valueWith)));
  }
  return { before, after };
}
