import type { EventByKind } from "@bowline/contracts";
import { micros, money, px, qty, shares, us } from "@bowline/kernel";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  bookCommission,
  bookExecuted,
  type Books,
  type BooksSnapshot,
  makeBooks,
  openBooks,
  restoreBooks,
  snapshotBooks,
} from "./books.ts";

type Fill = EventByKind<"order.filled">;
type Correction = EventByKind<"order.corrected">;
const dollars = (text: string) => px(micros(text));

const aFill = (serial: number, side: "BUY" | "SELL", quantity: number, price: string): Fill => ({
  kind: "order.filled",
  clOrdId: "C",
  group: "g",
  symbol: "AAA",
  orderId: "1",
  execId: `0000e0d5.0000000${serial}.01.01`,
  accountId: "DU1",
  strategy: "s",
  side,
  lastQty: shares(quantity),
  lastPx: dollars(price),
  cumQty: shares(quantity),
  leavesQty: qty(0),
  avgPx: dollars(price),
  transactUs: us(5 + serial),
});
const corrected = (fill: Fill, quantity: number, price: string): Correction => {
  const { kind: _kind, avgPx: _avgPx, ...about } = fill;
  return {
    ...about,
    kind: "order.corrected",
    execId: fill.execId.replace(/1$/, "2"),
    correctsExecId: fill.execId,
    lastQty: shares(quantity),
    lastPx: dollars(price),
    correctedQty: fill.lastQty,
    correctedPx: fill.lastPx,
  };
};
const asIf = (fill: Fill, { lastQty, lastPx }: Correction): Fill => ({ ...fill, lastQty, lastPx });

const booked = (...events: (Fill | Correction)[]): Books => {
  const books = makeBooks();
  for (const event of events) bookExecuted(books, event);
  return books;
};
const figures = ({ positions, realizedPnl, cashFlow }: Books) => ({ positions: [...positions], realizedPnl, cashFlow });

describe("[fault 39] a corrected execution", () => {
  const entry = aFill(1, "BUY", 100, "10");
  const exit = aFill(2, "SELL", 100, "11");

  it("restates the cost of a position that is open", () => {
    const books = booked(entry);
    const update = bookExecuted(books, corrected(entry, 100, "10.25"));
    expect(update).toMatchObject({ change: "restated", realizedPnl: 0 });
    expect(books.positions.get("AAA")).toMatchObject({ quantity: shares(100), cost: micros("1025") });
    expect(books.cashFlow).toBe(micros("-1025"));
  });

  it("restates the P&L of a round trip that is over", () => {
    const books = booked(entry, exit);
    expect(bookExecuted(books, corrected(entry, 100, "10.25")).realizedPnl).toBe(micros("-25"));
    expect(books).toMatchObject({ realizedPnl: micros("75"), cashFlow: micros("75") });
    expect(books.positions.size).toBe(0);
  });

  it("that is taken back opens what it had closed", () => {
    const books = booked(entry, exit, corrected(exit, 0, "11"));
    expect(books).toMatchObject({ realizedPnl: 0, cashFlow: micros("-1000") });
    expect(books.positions.get("AAA")).toMatchObject({ quantity: shares(100), cost: micros("1000"), entryUs: 6 });
  });

  it("beyond what the history reaches is undone against the position as it is", () => {
    const books = makeBooks();
    openBooks(
      books,
      {
        kind: "broker.account",
        accountId: "DU1",
        cash: money(0),
        equity: money(0),
        positions: [{ symbol: "AAA", quantity: shares(100), avgPx: dollars("10") }],
      },
      us(5),
    );
    bookExecuted(books, corrected(entry, 0, "10"));
    expect(figures(books)).toEqual({ positions: [], realizedPnl: 0, cashFlow: micros("1000") });
  });

  it("has a charge that stands in for the one before", () => {
    const books = booked(entry);
    bookCommission(books, { commission: money(micros("1")) });
    bookCommission(books, { commission: money(micros("1.5")), commissionBefore: money(micros("1")) });
    expect(books.commissions).toBe(micros("1.5"));
  });

  it("gives what the books were had it been so from the start, also after a snapshot", () => {
    const fills = fc.array(
      fc.record({
        buys: fc.boolean(),
        quantity: fc.integer({ min: 1, max: 50 }),
        cents: fc.integer({ min: 900, max: 1100 }),
      }),
      { minLength: 1, maxLength: 8 },
    );
    const change = fc.record({
      at: fc.nat(),
      quantity: fc.integer({ min: 0, max: 60 }),
      cents: fc.integer({ min: 900, max: 1100 }),
    });
    fc.assert(
      fc.property(fills, change, (drawn, { at, quantity, cents }) => {
        const events = drawn.map(({ buys, ...f }, i) =>
          aFill(i, buys ? "BUY" : "SELL", f.quantity, (f.cents / 100).toFixed(2)),
        );
        const index = at % events.length;
        const told = events[index] as Fill;
        const correction = corrected(told, quantity, (cents / 100).toFixed(2));
        const restated = restoreBooks(JSON.parse(JSON.stringify(snapshotBooks(booked(...events)))) as BooksSnapshot);
        bookExecuted(restated, correction);
        const whole = booked(
          ...events.flatMap((event, i) => (i !== index ? [event] : quantity === 0 ? [] : [asIf(event, correction)])),
        );
        expect(figures(restated)).toEqual(figures(whole));
      }),
    );
  });

  it("never loses a micro: cash, cost and what was realised stay the start's", () => {
    const books = booked(entry, aFill(2, "SELL", 33, "11.01"), corrected(entry, 90, "10.03"));
    const position = books.positions.get("AAA");
    expect(books.cashFlow + (position?.cost ?? 0) - books.realizedPnl).toBe(0);
  });
});
