import type { EventByKind } from "@bowline/contracts";
import { canonicalJson, type JsonValue, micros, money, px, qty, shares, us } from "@bowline/kernel";
import { describe, expect, it } from "vitest";
import {
  bookCommission,
  bookExecuted,
  bookQuote,
  cashOf,
  makeBooks,
  openBooks,
  quantityOf,
  restoreBooks,
  snapshotBooks,
} from "./books.ts";
import { valueBooks } from "./valuation.ts";

const dollars = (text: string) => px(micros(text));
const cash = (text: string) => money(micros(text));
const brokerAccount = (
  amount: string,
  positions: EventByKind<"broker.account">["positions"] = [],
): EventByKind<"broker.account"> => ({
  kind: "broker.account",
  accountId: "DU1",
  cash: cash(amount),
  equity: cash(amount),
  positions,
});
const filled = (side: "BUY" | "SELL", quantity: number, price: string): EventByKind<"order.filled"> => ({
  kind: "order.filled",
  clOrdId: "C",
  group: "g",
  symbol: "AAA",
  orderId: "1",
  execId: "e",
  accountId: "DU1",
  strategy: "s",
  side,
  lastQty: shares(quantity),
  lastPx: dollars(price),
  cumQty: shares(quantity),
  leavesQty: qty(0),
  avgPx: dollars(price),
  transactUs: us(5),
});
const quote = (bid: string, ask: string): EventByKind<"md.quote"> => ({
  kind: "md.quote",
  group: "g",
  symbol: "AAA",
  bidPx: dollars(bid),
  askPx: dollars(ask),
  halted: false,
  quoteUs: us(6),
});

describe("the books", () => {
  it("know no cash and no value before the broker's first account", () => {
    const books = makeBooks();
    bookExecuted(books, filled("BUY", 10, "5"));
    expect(cashOf(books)).toBeUndefined();
    expect(valueBooks(books)).toBeUndefined();
  });
  it("open once, with the first account", () => {
    const books = makeBooks();
    openBooks(books, brokerAccount("1000"), us(1));
    openBooks(books, brokerAccount("7"), us(2));
    expect(cashOf(books)).toBe(cash("1000"));
  });
  it("take over what the broker holds already, at its cost", () => {
    const books = makeBooks();
    const held = [
      { symbol: "AAA", quantity: shares(-4), avgPx: dollars("10"), marketPx: dollars("11") },
      { symbol: "BBB", quantity: qty(0) },
      { symbol: "CCC", quantity: shares(1) },
    ];
    openBooks(books, brokerAccount("1000", held), us(1));
    expect(quantityOf(books, "AAA")).toBe(shares(-4));
    expect(quantityOf(books, "BBB")).toBe(0);
    expect(valueBooks(books)).toEqual({
      cash: cash("1000"),
      equity: cash("956"),
      grossExposure: cash("44"),
      netExposure: cash("-44"),
      unrealizedPnl: cash("-4"),
    });
  });
  it("move cash by fills and commissions, and value by quotes", () => {
    const books = makeBooks();
    openBooks(books, brokerAccount("1000"), us(1));
    expect(bookExecuted(books, filled("BUY", 10, "5")).change).toBe("opened");
    expect(valueBooks(books)?.equity).toBe(cash("1000"));
    bookCommission(books, { commission: cash("1") });
    bookQuote(books, quote("5.9", "6.1"));
    bookQuote(books, { ...quote("1", "1"), bidPx: undefined, askPx: undefined });
    expect(valueBooks(books)).toEqual({
      cash: cash("949"),
      equity: cash("1009"),
      grossExposure: cash("60"),
      netExposure: cash("60"),
      unrealizedPnl: cash("10"),
    });
    expect(bookExecuted(books, filled("SELL", 10, "6")).realizedPnl).toBe(cash("10"));
    expect(books).toMatchObject({ realizedPnl: cash("10"), commissions: cash("1") });
    expect(cashOf(books)).toBe(cash("1009"));
    expect(books.positions.size).toBe(0);
  });
  it("come back equal from a snapshot", () => {
    const books = makeBooks();
    expect(restoreBooks(snapshotBooks(books))).toEqual(books);
    openBooks(books, brokerAccount("1000", [{ symbol: "ZZZ", quantity: shares(2), avgPx: dollars("3") }]), us(1));
    bookExecuted(books, filled("BUY", 10, "5"));
    const json = canonicalJson(snapshotBooks(books) as unknown as JsonValue);
    const back = restoreBooks(JSON.parse(json) as ReturnType<typeof snapshotBooks>);
    expect(canonicalJson(snapshotBooks(back) as unknown as JsonValue)).toBe(json);
    expect(valueBooks(back)).toEqual(valueBooks(books));
  });
});
