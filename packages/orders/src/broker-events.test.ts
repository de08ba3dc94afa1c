import { shares } from "@bowline/kernel";
import { describe, expect, it } from "vitest";
import type { BrokerCallback } from "./broker-callback.ts";
import { REF, aBook, aStatus, anError, anOpenOrder, anomalies, findings, kinds, status } from "./test-support.ts";

describe("codes of the broker", () => {
  it.each([
    [201, "order.rejected"],
    [103, "order.rejected"],
    [110, "order.rejected"],
    [135, "order.rejected"],
    [200, "order.rejected"],
    [202, "order.canceled"],
    [399, undefined],
    [2109, undefined],
    [404, undefined],
    [10148, undefined],
    [10147, undefined],
    [161, undefined],
    [321, "order.unknown"],
    [104, "order.unknown"],
    [99_999, "order.anomaly"],
  ])("%i on a new order: %s", (code, kind) => {
    expect(kinds(aBook().book, anError(code))).toEqual(kind === undefined ? [] : [kind]);
  });

  it("leave an accepted order alone where they answer a modify", () => {
    const { book } = aBook();
    book.apply(anOpenOrder("Submitted"));
    expect(kinds(book, anError(110), anError(103), anError(135))).toEqual([]);
    expect(kinds(book, anError(201, "Order rejected - reason:Margin"), anError(201))).toEqual(["order.rejected"]);
  });

  it("give the reason without the broker's prefix", () => {
    expect(aBook().book.apply(anError(201, "Order rejected - reason:No margin")).outputs[0]?.event).toMatchObject({
      code: 201,
      reason: "No margin",
    });
  });

  it("that are not in the table change nothing and are reported", () => {
    expect(anomalies(aBook().book, anError(77_777), anError(77_777))).toEqual(["UNKNOWN_BROKER_CODE NONE"]);
    expect(findings(aBook().book, anError(399))).toEqual(["BROKER_CODE"]);
  });

  it("about an id that is not ours mean nothing", () => {
    expect(aBook().book.apply({ type: "error", ref: { ibOrderId: 999 }, code: 201, message: "" })).toEqual({
      outputs: [],
      findings: [],
    });
  });

  it("that say expired end the order as expired", () => {
    expect(kinds(aBook().book, anError(202, "Order Canceled - reason:expired"), aStatus("Cancelled"))).toEqual([
      "order.expired",
    ]);
  });

  it("do not make an inactive order anything", () => {
    const { book } = aBook();
    expect(findings(book, anOpenOrder("Inactive"))).toEqual(["INACTIVE"]);
    expect(status(book)).toBe("PENDING_NEW");
  });
});

describe("completed orders", () => {
  const completed = (brokerStatus: "Filled" | "Cancelled" | "Inactive", reason: string): BrokerCallback => ({
    type: "completedOrder",
    ref: { orderId: "1001", clOrdId: REF.clOrdId },
    symbol: "AAPL",
    side: "BUY",
    orderQty: shares(100),
    status: brokerStatus,
    filledQty: shares(0),
    reason,
  });

  it.each([
    ["Filled", "Filled Size: 100", ["order.accepted"]],
    ["Cancelled", "Cancelled by Trader", ["order.canceled"]],
    ["Cancelled", "Rejected: no margin", ["order.rejected"]],
    ["Inactive", "", ["order.rejected"]],
    ["Cancelled", "Expired", ["order.expired"]],
  ] as const)("that are %s (%s) repair the journal", (brokerStatus, reason, expected) => {
    expect(kinds(aBook().book, completed(brokerStatus, reason))).toEqual(expected);
  });

  it("of others are not reported: they work no more", () => {
    const other = completed("Filled", "") as Extract<BrokerCallback, { type: "completedOrder" }>;
    expect(aBook().book.apply({ ...other, ref: { orderId: "7", clOrdId: "x" } })).toEqual({
      outputs: [],
      findings: [],
    });
  });
});
