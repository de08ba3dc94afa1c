import { describe, expect, it } from "vitest";
import type { BrokerCallback } from "./broker-callback.ts";
import { REF, aBook, anExecution, anOpenOrder, anomalies, kinds } from "./test-support.ts";

describe("executions", () => {
  it("of less than nothing, or for nothing, are told as malformed and dropped", () => {
    expect(anomalies(aBook().book, anExecution("e1", -5))).toEqual(["EXECUTION_MALFORMED NONE"]);
    const free = { ...anExecution("e1", 5), lastPx: 0 } as BrokerCallback;
    expect(kinds(aBook().book, free)).toEqual(["order.anomaly"]);
  });

  it("under a second permId stay with the order, with a finding", () => {
    const { book } = aBook();
    book.apply(anOpenOrder("Submitted"));
    expect(anomalies(book, anOpenOrder("Submitted", { orderId: "2002", clOrdId: REF.clOrdId }))).toEqual([
      "SECOND_ORDER_ID HALT_SYMBOL",
    ]);
    expect(book.find({ orderId: "2002" })?.leg.clOrdId).toBe(REF.clOrdId);
  });
});
