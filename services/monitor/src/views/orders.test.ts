import { describe, expect, it } from "vitest";
import { aDay, DAY } from "../test-day.ts";
import { makeOrdersView } from "./orders.ts";

const ordersOf = (count: number) => {
  const view = makeOrdersView();
  for (const entry of aDay(DAY.slice(0, count))) view.add(entry);
  return view.show();
};
const upTo = (kind: string): number => DAY.findIndex((event) => event.kind === kind) + 1;

describe("the monitor's orders", () => {
  it("are those that were sent, with their status, what is filled and the average price", () => {
    expect(ordersOf(DAY.length)).toStrictEqual([
      {
        clOrdId: "ORDER000000000000001",
        submittedAt: "2013-10-04T13:30:02.000Z",
        strategy: "demo",
        rule: "entry",
        symbol: "AAPL",
        leg: "ENTRY",
        side: "BUY",
        orderQty: "100",
        ordType: "LMT",
        lmtPx: "100",
        ordStatus: "FILLED",
        cumQty: "100",
        avgPx: "100",
      },
    ]);
  });
  it("go through the life of an order", () => {
    expect(ordersOf(upTo("order.approved"))).toStrictEqual([]);
    expect(ordersOf(upTo("order.submitted"))[0]).toMatchObject({ ordStatus: "PENDING_NEW", cumQty: "0" });
    expect(ordersOf(upTo("order.submitted"))[0]).not.toHaveProperty("avgPx");
    expect(ordersOf(upTo("order.accepted"))[0]).toMatchObject({ ordStatus: "NEW" });
    expect(ordersOf(upTo("order.filled"))[0]).toMatchObject({ ordStatus: "PARTIALLY_FILLED", cumQty: "40" });
  });
});
