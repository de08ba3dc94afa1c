import { describe, expect, it } from "vitest";
import type { BrokerCallback } from "./broker-callback.ts";
import { REF, aBook, anExecution, anOpenOrder, findings, kinds, status } from "./test-support.ts";

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
    ).toEqual(["broker.external-order", "broker.external-fill"]);
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
