import { shares } from "@bowline/kernel";
import { anOrder } from "@bowline/testkit";
import { describe, expect, it } from "vitest";
import type { BrokerCallback } from "./broker-callback.ts";
import type { OrderBook } from "./order-book.ts";
import {
  BRACKET,
  REF,
  aBook,
  aStatus,
  anError,
  anExecution,
  anOpenOrder,
  dollarsPx,
  observeAll,
} from "./test-support.ts";

const hear = (book: OrderBook, ...callbacks: BrokerCallback[]) =>
  callbacks.flatMap((callback) => book.apply(callback).outputs.map(({ event }) => event));
const kinds = (book: OrderBook, ...callbacks: BrokerCallback[]) => hear(book, ...callbacks).map(({ kind }) => kind);
const CHANGE = { clOrdId: REF.clOrdId, replaceId: "r1", orderQty: shares(60), lmtPx: dollarsPx("101") };

const working = () => {
  const made = aBook(anOrder({ ordType: "LMT", lmtPx: dollarsPx("100") }));
  made.book.apply({ ...anOpenOrder("Submitted"), lmtPx: dollarsPx("100") } as BrokerCallback);
  return made;
};
const shown = (quantity: number, price: string): BrokerCallback =>
  ({ ...anOpenOrder("Submitted"), orderQty: shares(quantity), lmtPx: dollarsPx(price) }) as BrokerCallback;
const status = (book: OrderBook) => book.get(REF.clOrdId)?.status;

describe("a change that the journal tells again", () => {
  it("to what is filled already ends the order, as it did when it was told", () => {
    const { book } = working();
    const fill = hear(book, anExecution("e1", 60));
    book.beginReplace(CHANGE);
    const told = [...fill, ...hear(book, shown(60, "101"))];
    expect(told.at(-1)).toMatchObject({ kind: "order.replaced", leavesQty: 0 });
    expect(status(book)).toBe("FILLED");
    const again = aBook(anOrder({ ordType: "LMT", lmtPx: dollarsPx("100") })).book;
    observeAll(again, ...told);
    expect(status(again)).toBe("FILLED");
    expect(again.open()).toEqual([]);
  });
});

describe("a change of a working order", () => {
  it("is under way until the broker shows it", () => {
    const { book } = working();
    expect(book.beginReplace(CHANGE)).toEqual({ orderQty: shares(60), lmtPx: dollarsPx("101") });
    expect(status(book)).toBe("PENDING_REPLACE");
    expect(kinds(book, shown(100, "100"), shown(60, "100"), aStatus("Submitted"))).toEqual([]);
    expect(hear(book, shown(60, "101"), shown(60, "101"))).toMatchObject([
      { kind: "order.replaced", replaceId: "r1", orderQty: shares(60), lmtPx: dollarsPx("101"), leavesQty: shares(60) },
    ]);
    expect(status(book)).toBe("NEW");
    expect(hear(book, anExecution("e1", 60))).toMatchObject([{ kind: "order.filled", leavesQty: 0 }]);
    expect(status(book)).toBe("FILLED");
  });

  it.each([110, 105, 135, 104])("that is refused with %i leaves the order as it was", (code) => {
    const { book } = working();
    book.beginReplace(CHANGE);
    expect(hear(book, anError(code, "no"), anError(399, "later"))).toMatchObject([
      { kind: "order.replace-rejected", replaceId: "r1", code, reason: "no" },
    ]);
    expect(book.get(REF.clOrdId)).toMatchObject({ status: "NEW", terms: { orderQty: shares(100) } });
  });

  it.each([161, 201, 103])("with %i, which may be about it, stays under way until a list shows the order", (code) => {
    const { book } = working();
    book.beginReplace(CHANGE);
    expect(kinds(book, anError(code, "cause"))).toEqual([]);
    expect(status(book)).toBe("PENDING_REPLACE");
    expect(book.giveUpReplace(REF.clOrdId).map(({ event }) => event)).toMatchObject([
      { kind: "order.replace-rejected", code: 0 },
    ]);
    expect(book.giveUpReplace(REF.clOrdId)).toEqual([]);
  });

  it("is made once, one at a time, and of nothing that ended", () => {
    const { book } = working();
    book.beginReplace(CHANGE);
    expect(book.beginReplace({ ...CHANGE, replaceId: "r2" })).toBeUndefined();
    book.apply(shown(60, "101"));
    expect(book.beginReplace(CHANGE)).toBeUndefined();
    book.apply(aStatus("Cancelled"));
    expect(book.beginReplace({ ...CHANGE, replaceId: "r3" })).toBeUndefined();
    expect(aBook().book.beginReplace({ ...CHANGE, clOrdId: "OTHER" })).toBeUndefined();
  });

  it("to more is counted with the more while it is under way, and no fill of it is too much", () => {
    const { book } = working();
    book.beginReplace({ clOrdId: REF.clOrdId, replaceId: "r1", orderQty: shares(150) });
    expect(hear(book, anExecution("e1", 100))).toMatchObject([{ kind: "order.filled", leavesQty: shares(50) }]);
    expect(status(book)).toBe("PENDING_REPLACE");
    expect(kinds(book, anError(104, "Cannot modify a filled order"))).toEqual(["order.replace-rejected"]);
    expect(status(book)).toBe("FILLED");
  });

  it("crosses a cancel: both answers count", () => {
    const { book } = working();
    book.beginReplace(CHANGE);
    observeAll(book, {
      kind: "order.cancel-intent",
      clOrdId: REF.clOrdId,
      group: "tech",
      symbol: "AAPL",
      strategy: "demo",
      rule: "exit",
      reason: "time",
    });
    expect(status(book)).toBe("PENDING_CANCEL");
    expect(kinds(book, shown(60, "101"))).toEqual(["order.replaced"]);
    expect(status(book)).toBe("PENDING_CANCEL");
    expect(kinds(book, anError(10_148, "state: Submitted"))).toEqual(["order.cancel-rejected"]);
    expect(status(book)).toBe("NEW");
  });

  it("is known with its answer after a restart", () => {
    const { book } = working();
    book.beginReplace(CHANGE);
    const answered = hear(book, shown(60, "101"));
    const again = aBook(anOrder({ ordType: "LMT", lmtPx: dollarsPx("100") })).book;
    observeAll(again, ...hear(aBook().book, anOpenOrder("Submitted")), ...answered);
    expect(again.get(REF.clOrdId)).toMatchObject({ status: "NEW", terms: { orderQty: shares(60) } });
    expect(again.beginReplace(CHANGE)).toBeUndefined();
  });
});

describe("[pitfall 4] a change that is answered with a second permId", () => {
  const second = (over: object = {}): BrokerCallback =>
    ({
      ...anOpenOrder("Submitted", { orderId: "2002", clOrdId: BRACKET.stopClOrdId, ibOrderId: 21 }),
      ...over,
    }) as BrokerCallback;
  const protectedOrder = () => {
    const { book } = aBook(anOrder({ bracket: BRACKET }));
    book.apply(anOpenOrder("PreSubmitted", { orderId: "1002", clOrdId: BRACKET.stopClOrdId, ibOrderId: 12 }));
    return book;
  };

  it("tracks both, tells once, halts the symbol, and cancels both", () => {
    const book = protectedOrder();
    expect(hear(book, second(), second())).toMatchObject([
      { kind: "order.anomaly", code: "SECOND_ORDER_ID", effect: "HALT_SYMBOL", symbol: "AAPL" },
    ]);
    expect(book.idsOf(BRACKET.stopClOrdId)).toEqual([12, 21]);
    expect(book.find({ orderId: "2002" })).toBe(book.find({ orderId: "1002" }));
  });

  it("ends when both have ended", () => {
    const book = protectedOrder();
    book.apply(second());
    const ended = (orderId: string): BrokerCallback => ({ type: "orderStatus", ref: { orderId }, status: "Cancelled" });
    expect(kinds(book, ended("1002"))).toEqual([]);
    expect(book.idsOf(BRACKET.stopClOrdId)).toEqual([21]);
    expect(kinds(book, ended("2002"))).toEqual(["order.canceled"]);
  });

  it("counts the fills of both against one quantity: what is too much halts the symbol at once", () => {
    const book = protectedOrder();
    book.apply(second());
    const filled = (orderId: string, execId: string): BrokerCallback =>
      ({ ...anExecution(execId, 100), side: "SELL", ref: { orderId } }) as BrokerCallback;
    expect(kinds(book, filled("2002", "a"))).toEqual(["order.filled"]);
    expect(hear(book, filled("1002", "b"))).toMatchObject([
      { kind: "order.filled", cumQty: shares(200) },
      { kind: "order.anomaly", code: "OVERFILL", effect: "HALT_SYMBOL" },
    ]);
  });
});

describe("a change of a trailing stop", () => {
  const trailing = () => {
    const made = aBook(
      anOrder({ ordType: "TRAIL", lmtPx: undefined, stopPx: dollarsPx("90"), trailAmt: dollarsPx("2") }),
    );
    made.book.apply(anOpenOrder("PreSubmitted"));
    return made.book;
  };
  /** It trails by itself: where it is says nothing of a change. */
  const trails = (over: object): BrokerCallback =>
    ({ ...anOpenOrder("PreSubmitted"), stopPx: dollarsPx("97"), trailAmt: dollarsPx("2"), ...over }) as BrokerCallback;

  it("is told by its distance, and never by the price to which it moved", () => {
    const book = trailing();
    expect(book.beginReplace({ clOrdId: REF.clOrdId, replaceId: "r1", trailAmt: dollarsPx("1") })).toEqual({
      orderQty: shares(100),
      trailAmt: dollarsPx("1"),
    });
    expect(kinds(book, trails({}))).toEqual([]);
    expect(hear(book, trails({ trailAmt: dollarsPx("1") }))).toMatchObject([
      { kind: "order.replaced", trailAmt: dollarsPx("1"), leavesQty: shares(100) },
    ]);
  });

  it("of its quantity is told by that alone", () => {
    const book = trailing();
    book.beginReplace({ clOrdId: REF.clOrdId, replaceId: "r1", orderQty: shares(60) });
    expect(kinds(book, trails({}), trails({ orderQty: shares(60) }))).toEqual(["order.replaced"]);
  });
});
