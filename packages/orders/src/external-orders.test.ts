import type { Side } from "@bowline/contracts";
import { shares } from "@bowline/kernel";
import { describe, expect, it } from "vitest";
import type { BrokerCallback, BrokerOrderStatus } from "./broker-callback.ts";
import { canonicalOrder } from "./canonical-order.ts";
import { type OrderBook, makeOrderBook } from "./order-book.ts";
import { REF, aBook, anExecution, anOpenOrder, findings, kinds, observeAll, status } from "./test-support.ts";

const BY_HAND = "77";
const shown = (brokerStatus: BrokerOrderStatus = "Submitted", quantity = 100, side: Side = "SELL"): BrokerCallback => ({
  type: "openOrder",
  ref: { orderId: BY_HAND },
  symbol: "AAPL",
  side,
  orderQty: shares(quantity),
  accountId: "DU1234567",
  status: brokerStatus,
});
const filled = (quantity: number): BrokerCallback => ({
  type: "orderStatus",
  ref: { orderId: BY_HAND },
  status: "Submitted",
  filledQty: shares(quantity),
});
const executed = (execId: string, quantity: number): BrokerCallback =>
  ({ ...anExecution(execId, quantity), side: "SELL", ref: { orderId: BY_HAND } }) as BrokerCallback;
const kindsOf = (outputs: ReturnType<OrderBook["apply"]>["outputs"]): readonly unknown[] =>
  canonicalOrder(outputs).map(({ event }) =>
    event.kind === "broker.external-order" ? Number(event.leavesQty) / 1e6 : event.kind,
  );
const tell = (book: OrderBook, ...callbacks: BrokerCallback[]): readonly unknown[] =>
  callbacks.flatMap((callback) => kindsOf(book.apply(callback).outputs));
const leaves = (book: OrderBook): readonly number[] =>
  book.openExternal().map(({ quantity, filledQty, executedQty }) => quantity - Math.max(filledQty, executedQty));
const settle = (book: OrderBook, ...still: string[]): readonly unknown[] =>
  kindsOf(book.settleExternal({ before: book.openExternal().map((o) => o.orderId), shown: new Set(still) }));

describe("[fault 41] an order that is not ours", () => {
  it("may fill whole from the moment that it is shown, and is told once", () => {
    const book = makeOrderBook();
    expect(tell(book, shown(), shown())).toEqual([100]);
    expect(leaves(book)).toEqual([shares(100)]);
    expect(settle(book, BY_HAND)).toEqual([]);
  });

  it("may fill less after each execution, which is told before", () => {
    const book = makeOrderBook();
    tell(book, shown());
    expect(tell(book, executed("x1", 40))).toEqual(["broker.external-fill", 60]);
    expect(tell(book, executed("x1", 40))).toEqual([]);
  });

  it("counts what the broker shows as filled only once its executions were asked for", () => {
    const book = makeOrderBook();
    expect(tell(book, shown(), filled(40))).toEqual([100]);
    expect(tell(book, executed("x1", 40))).toEqual(["broker.external-fill", 60]);
    expect(settle(book, BY_HAND)).toEqual([]);
    const second = makeOrderBook();
    second.holdExternal();
    tell(second, shown(), filled(40));
    expect(settle(second, BY_HAND)).toEqual([60]);
  });

  it("may fill more after it was made larger by hand", () => {
    const book = makeOrderBook();
    expect(tell(book, shown(), shown("Submitted", 150))).toEqual([100, 150]);
  });

  it("works no more where a whole list lacks it, and not where it came after the list was asked for", () => {
    const book = makeOrderBook();
    tell(book, shown());
    expect(kindsOf(book.settleExternal({ before: [], shown: new Set() }))).toEqual([]);
    expect(leaves(book)).toEqual([shares(100)]);
    expect(settle(book)).toEqual([0]);
    expect(leaves(book)).toEqual([]);
    expect(settle(book)).toEqual([]);
  });

  it("is known again after a restart, and one of an older build is told again", () => {
    const book = makeOrderBook();
    const told = [shown(), executed("x1", 40)].flatMap((callback) => book.apply(callback).outputs);
    const again = makeOrderBook();
    observeAll(again, ...canonicalOrder(told).map(({ event }) => event));
    expect(leaves(again)).toEqual([shares(60)]);
    expect(tell(again, executed("x1", 40))).toEqual([]);
    const old = makeOrderBook();
    observeAll(old, {
      kind: "broker.external-order",
      orderId: BY_HAND,
      symbol: "AAPL",
      side: "SELL",
      quantity: shares(100),
      orderRef: "",
    });
    expect(leaves(old)).toEqual([]);
    expect(tell(old, shown())).toEqual([100]);
  });
});

describe("orders that are not ours", () => {
  it("are told once by their permId, never by the number zero", () => {
    const { book } = aBook();
    expect(
      kinds(
        book,
        anOpenOrder("Submitted", { orderId: "5" }),
        anOpenOrder("Submitted", { orderId: "5" }),
        anOpenOrder("Submitted", {}),
      ),
    ).toEqual(["broker.external-order"]);
    expect(
      kinds(book, {
        ...(anExecution("x1", 5) as Extract<BrokerCallback, { type: "execution" }>),
        ref: { orderId: "6", clOrdId: "manual" },
      }),
    ).toEqual(["broker.external-fill", "broker.external-order"]);
  });

  it("do not take over an order of ours that once had the same session id", () => {
    const { book } = aBook();
    book.apply(anOpenOrder("Submitted"));
    expect(book.find({ ibOrderId: 11, orderId: "2002" })).toBeUndefined();
    expect(book.find({ ibOrderId: 11 })?.leg.clOrdId).toBe(REF.clOrdId);
    expect(
      findings(book, { type: "orderStatus", ref: { ibOrderId: 11, orderId: "2002" }, status: "Cancelled" }),
    ).toEqual([]);
    expect(status(book)).toBe("NEW");
  });
});
