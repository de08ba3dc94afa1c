import { ZERO_QTY, shares } from "@bowline/kernel";
import { describe, expect, it } from "vitest";
import type { BrokerCallback } from "./broker-callback.ts";
import type { OrderBook } from "./order-book.ts";
import { REF, aBook, aCommission, aStatus, anExecution, anOpenOrder, dollarsPx, observeAll } from "./test-support.ts";

const FIRST = "0000e0d5.66af3c11.01.01";
const SECOND = "0000e0d5.66af3c11.01.02";
const THIRD = "0000e0d5.66af3c11.01.03";

const hear = (book: OrderBook, ...callbacks: BrokerCallback[]) =>
  callbacks.flatMap((callback) => book.apply(callback).outputs.map(({ event }) => event));
const kinds = (book: OrderBook, ...callbacks: BrokerCallback[]) => hear(book, ...callbacks).map(({ kind }) => kind);

describe("corrections of executions", () => {
  it("[fault 39] restate the order's quantities and its average price, once", () => {
    const { book } = aBook();
    book.apply(anExecution(FIRST, 40, "100"));
    const told = hear(book, anExecution(SECOND, 30, "101"), anExecution(SECOND, 30, "101"), anExecution(FIRST, 40));
    expect(told).toMatchObject([
      {
        kind: "order.corrected",
        execId: SECOND,
        correctsExecId: FIRST,
        lastQty: shares(30),
        lastPx: dollarsPx("101"),
        correctedQty: shares(40),
        correctedPx: dollarsPx("100"),
        cumQty: shares(30),
        leavesQty: shares(70),
        avgPx: dollarsPx("101"),
      },
    ]);
    expect(book.get(REF.clOrdId)?.status).toBe("PARTIALLY_FILLED");
  });

  it("[fault 39] that take an execution back leave nothing of it", () => {
    const { book } = aBook();
    book.apply(anExecution(FIRST, 100, "100"));
    const [busted] = hear(book, anExecution(SECOND, 0, "100"));
    expect(busted).toMatchObject({ kind: "order.corrected", lastQty: ZERO_QTY, cumQty: ZERO_QTY, leavesQty: ZERO_QTY });
    expect(busted).not.toHaveProperty("avgPx");
    expect(book.get(REF.clOrdId)?.status).toBe("FILLED");
  });

  it("of a working order make it what it then is", () => {
    const { book } = aBook();
    book.apply(anExecution(FIRST, 40));
    book.apply(anExecution(SECOND, 0));
    expect(book.get(REF.clOrdId)?.status).toBe("NEW");
    book.apply(anExecution(THIRD, 100));
    expect(book.get(REF.clOrdId)?.status).toBe("FILLED");
  });

  it("that come before what they correct are the fill, and what they correct is stale", () => {
    const { book } = aBook();
    expect(kinds(book, anExecution(SECOND, 30), anExecution(FIRST, 40))).toEqual(["order.accepted", "order.filled"]);
    const other = aBook().book;
    expect(kinds(other, anExecution(SECOND, 0), anExecution(FIRST, 40))).toEqual(["order.accepted"]);
  });

  it("have commissions that stand in for what was charged before, in either order", () => {
    const { book } = aBook();
    const told = hear(
      book,
      anExecution(FIRST, 40),
      aCommission(FIRST),
      anExecution(SECOND, 30),
      aCommission(SECOND),
      aCommission(SECOND),
      aCommission(FIRST),
    ).filter(({ kind }) => kind === "order.commission");
    expect(told).toMatchObject([{ execId: FIRST }, { execId: SECOND, commissionBefore: 1_000_000 }]);
    expect(told[0]).not.toHaveProperty("commissionBefore");
    const early = aBook().book;
    expect(kinds(early, aCommission(SECOND), anExecution(FIRST, 40), anExecution(SECOND, 40))).toEqual([
      "order.accepted",
      "order.filled",
      "order.corrected",
      "order.commission",
    ]);
  });

  it("of an id that is no number of IB's are executions of their own", () => {
    expect(kinds(aBook().book, anExecution("a", 40), anExecution("b", 40))).toEqual([
      "order.accepted",
      "order.filled",
      "order.filled",
    ]);
  });

  it("are known after a restart", () => {
    const { book, legs } = aBook();
    const events = hear(book, anExecution(FIRST, 40), anExecution(SECOND, 30), aCommission(SECOND));
    const again = aBook().book;
    observeAll(again, ...events);
    expect(legs).toHaveLength(1);
    expect(kinds(again, anExecution(FIRST, 40), anExecution(SECOND, 30), aCommission(SECOND))).toEqual([]);
    expect(again.get(REF.clOrdId)?.cumQty).toBe(shares(30));
    expect(hear(again, anExecution(THIRD, 35))).toMatchObject([{ correctsExecId: SECOND, correctedQty: shares(30) }]);
  });
});

describe("[fault 38] what comes late or out of order", () => {
  it("is a fact after a cancel, an expiry and before the acknowledgement", () => {
    const { book } = aBook();
    expect(kinds(book, anExecution(FIRST, 40), aStatus("Submitted"), anOpenOrder("Submitted"))).toEqual([
      "order.accepted",
      "order.filled",
    ]);
    expect(kinds(book, aStatus("Cancelled", 40), anExecution("late", 20))).toEqual(["order.canceled", "order.filled"]);
    expect(book.get(REF.clOrdId)).toMatchObject({ status: "CANCELED", cumQty: shares(60) });
  });

  it("that cannot be is told once, and the order stays what it was", () => {
    const { book } = aBook();
    book.apply(anExecution(FIRST, 100));
    const told = hear(book, aStatus("Cancelled", 100), aStatus("Cancelled", 100));
    expect(told).toMatchObject([
      { kind: "order.anomaly", code: "ILLEGAL_STEP", detail: "canceled while FILLED", effect: "NONE" },
    ]);
    expect(book.get(REF.clOrdId)?.status).toBe("FILLED");
  });
});

describe("[pitfall 5] executions that are not ours", () => {
  const manual = (permId: string, execId: string, quantity = 5): BrokerCallback =>
    ({
      ...anExecution(execId, quantity),
      symbol: "MSFT",
      accountId: "DU1234567",
      ref: { orderId: permId },
    }) as BrokerCallback;

  it("of three manual orders with the session's id 0 do not collide", () => {
    const { book } = aBook();
    const told = hear(book, manual("5", "x1"), manual("6", "x2"), manual("7", "x3"), manual("5", "x1"));
    expect(told.filter(({ kind }) => kind === "broker.external-order")).toMatchObject([
      { orderId: "5" },
      { orderId: "6" },
      { orderId: "7" },
    ]);
    expect(told.filter(({ kind }) => kind === "broker.external-fill")).toMatchObject([
      { execId: "x1", accountId: "DU1234567", symbol: "MSFT", policy: "ADOPT" },
      { execId: "x2" },
      { execId: "x3" },
    ]);
  });

  it("of an order that is known by its permId or our id are ours, whatever the session's id", () => {
    const { book } = aBook();
    book.apply(anOpenOrder("Submitted"));
    const byPermId = { ...anExecution("a", 10), ref: { orderId: "1001" } } as BrokerCallback;
    const byRef = { ...anExecution("b", 10), ref: { clOrdId: REF.clOrdId } } as BrokerCallback;
    expect(kinds(book, byPermId, byRef)).toEqual(["order.filled", "order.filled"]);
  });

  it("are corrected and charged as ours are", () => {
    const { book } = aBook();
    const told = hear(book, manual("5", FIRST), aCommission(FIRST), manual("5", SECOND, 0), aCommission(SECOND));
    expect(told).toMatchObject([
      { kind: "broker.external-fill", execId: FIRST },
      { kind: "broker.external-order" },
      { kind: "broker.external-commission", execId: FIRST },
      { kind: "broker.external-fill", execId: SECOND, correctsExecId: FIRST, correctedQty: shares(5), lastQty: 0 },
      { kind: "broker.external-commission", commissionBefore: 1_000_000 },
    ]);
    const again = aBook().book;
    observeAll(again, ...told);
    expect(kinds(again, manual("5", FIRST), manual("5", SECOND, 0), aCommission(SECOND))).toEqual([]);
  });

  it("are part of what the account held until they count", () => {
    const { book } = aBook();
    book.holdExternal();
    expect(kinds(book, manual("5", FIRST), aCommission(FIRST))).toEqual(["broker.external-order"]);
    expect(book.countExternal()).toEqual([FIRST]);
    expect(kinds(book, manual("6", "x2"))).toEqual(["broker.external-fill", "broker.external-order"]);
    const again = aBook().book;
    again.holdExternal([FIRST]);
    expect(kinds(again, manual("5", FIRST), aCommission(FIRST))).toEqual([]);
  });
});
