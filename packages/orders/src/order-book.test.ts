import { shares } from "@bowline/kernel";
import { anOrder } from "@bowline/testkit";
import { describe, expect, it } from "vitest";
import { makeOrderBook } from "./order-book.ts";
import {
  BRACKET,
  REF,
  aBook,
  aCommission,
  aStatus,
  anError,
  anExecution,
  anOpenOrder,
  dollarsPx,
  findings,
  kinds,
  observeAll,
  status,
} from "./test-support.ts";

describe("a market order as TWS tells it", () => {
  it("is accepted once, filled once per execId, charged once, whatever is repeated", () => {
    const { book } = aBook();
    const told = kinds(
      book,
      anOpenOrder("PreSubmitted"),
      aStatus("PreSubmitted"),
      anExecution("e1", 100),
      anOpenOrder("Filled"),
      aStatus("Filled", 100),
      anOpenOrder("Filled"),
      aCommission("e1"),
      aCommission("e1"),
      anExecution("e1", 100),
      aStatus("Filled", 100),
    );
    expect(told).toEqual(["order.accepted", "order.filled", "order.commission"]);
    expect(status(book)).toBe("FILLED");
    expect(book.open()).toEqual([]);
    expect(book.hasExecution("e1")).toBe(true);
  });

  it("sums partial fills and averages their price", () => {
    const { book } = aBook();
    book.apply(anExecution("e1", 40, "100"));
    const [last] = book.apply(anExecution("e2", 60, "101")).outputs;
    expect(last?.event).toMatchObject({
      kind: "order.filled",
      lastQty: shares(60),
      cumQty: shares(100),
      leavesQty: 0,
      avgPx: dollarsPx("100.6"),
      orderId: "1001",
    });
    expect(kinds(aBook().book, anExecution("e1", 40))).toEqual(["order.accepted", "order.filled"]);
  });

  it("holds a charge that comes before its execution", () => {
    const { book } = aBook();
    expect(kinds(book, aCommission("e1"))).toEqual([]);
    expect(kinds(book, anExecution("e1", 100))).toEqual(["order.accepted", "order.filled", "order.commission"]);
  });

  it("waits for a permId before it is accepted, and for a word that the order is there", () => {
    const { book } = aBook();
    expect(
      kinds(
        book,
        anOpenOrder("Submitted", { clOrdId: REF.clOrdId }),
        anOpenOrder("PendingSubmit"),
        anOpenOrder("ApiPending"),
        aStatus("Unknown"),
      ),
    ).toEqual([]);
    expect(kinds(book, aStatus("Submitted"))).toEqual(["order.accepted"]);
  });

  it("is filled also where the fill comes after the cancel, with a finding", () => {
    const { book } = aBook();
    expect(kinds(book, anOpenOrder("Submitted"), aStatus("Cancelled"))).toEqual(["order.accepted", "order.canceled"]);
    expect(findings(book, anExecution("e1", 40))).toEqual(["LATE_FILL"]);
    expect(status(book)).toBe("CANCELED");
  });

  it("leaves nothing open where the broker filled too much", () => {
    const { book } = aBook();
    book.apply(anExecution("e1", 100));
    const over = book.apply(anExecution("e2", 50));
    expect(over.findings.map((f) => f.code)).toEqual(["LATE_FILL"]);
    expect(over.outputs[0]?.event).toMatchObject({ cumQty: shares(150), leavesQty: 0 });
    expect(over.outputs[1]?.event).toMatchObject({
      kind: "order.anomaly",
      code: "OVERFILL",
      symbol: "AAPL",
      effect: "HALT_SYMBOL",
    });
  });
});

describe("cancel", () => {
  it("is told once, by status or by 202, with a reason from the journal", () => {
    const { book } = aBook();
    observeAll(book, {
      kind: "order.cancel-intent",
      clOrdId: REF.clOrdId,
      group: "tech",
      symbol: "AAPL",
      strategy: "demo",
      rule: "exit",
      reason: "time",
    });
    book.apply(anOpenOrder("Submitted"));
    const [canceled] = book.apply(aStatus("Cancelled", 0)).outputs;
    expect(canceled?.event).toMatchObject({ kind: "order.canceled", cumQty: 0, reason: "requested" });
    expect(
      kinds(book, anError(202, "Order Canceled - reason:"), aStatus("Cancelled"), anOpenOrder("Cancelled")),
    ).toEqual([]);
  });

  it("of a protective leg names the bracket, of another the broker", () => {
    const { book } = aBook(anOrder({ bracket: BRACKET }));
    const stop = book.apply({ type: "error", ref: { ibOrderId: 12 }, code: 202, message: "Order Canceled - reason:" })
      .outputs[0];
    expect(stop?.event).toMatchObject({ clOrdId: BRACKET.stopClOrdId, reason: "its bracket ended" });
    expect(book.apply(aStatus("ApiCancelled")).outputs[0]?.event).toMatchObject({ reason: "canceled by the broker" });
  });

  it("wanted before the order was submitted is remembered", () => {
    const book = makeOrderBook();
    observeAll(book, {
      kind: "order.cancel-intent",
      clOrdId: REF.clOrdId,
      group: "tech",
      symbol: "AAPL",
      strategy: "demo",
      rule: "exit",
      reason: "time",
    });
    expect(book.cancelRequested(REF.clOrdId)).toBe(true);
    expect(book.add(aBook().legs[0]!).cancelRequested).toBe(true);
  });
});

describe("doubt", () => {
  it("ends with the broker's evidence: resolved, accepted, filled", () => {
    const { book } = aBook();
    expect(book.doubt(REF.clOrdId, "no SENT").map((o) => o.event.kind)).toEqual(["order.unknown"]);
    expect(book.doubt(REF.clOrdId, "again")).toEqual([]);
    expect(kinds(book, anExecution("e1", 100))).toEqual(["order.resolved", "order.accepted", "order.filled"]);
  });

  it("about an accepted order that is found again does not accept it twice", () => {
    const { book } = aBook();
    book.apply(anExecution("e1", 40));
    book.doubt(REF.clOrdId, "gone from the open orders");
    expect(kinds(book, anOpenOrder("Submitted"))).toEqual(["order.resolved"]);
    expect(status(book)).toBe("PARTIALLY_FILLED");
  });

  it("ends as lost where there is none, and even then late evidence counts", () => {
    const { book } = aBook();
    book.doubt(REF.clOrdId, "no SENT");
    expect(book.lose(REF.clOrdId, "looked everywhere").map((o) => o.event)).toMatchObject([
      { kind: "order.lost", evidence: "looked everywhere" },
    ]);
    expect(book.lose(REF.clOrdId, "again")).toEqual([]);
    expect(kinds(book, anOpenOrder("Submitted"))).toEqual(["order.resolved", "order.accepted"]);
  });
});
