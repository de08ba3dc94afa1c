import type { Order } from "@bowline/contracts";
import { shares } from "@bowline/kernel";
import { anOrder } from "@bowline/testkit";
import { describe, expect, it } from "vitest";
import type { ExternalOrder } from "./external-orders.ts";
import { describeFlip, flipReason } from "./reduce-only.ts";

const exit = (changes: Partial<Order> = {}): Order => anOrder({ side: "SELL", purpose: "EXIT", ...changes });
const byHand = (changes: Partial<ExternalOrder> = {}): ExternalOrder => ({
  orderId: "77",
  orderRef: "",
  symbol: "AAPL",
  side: "SELL",
  accountId: exit().accountId,
  quantity: shares(100),
  filledQty: shares(0),
  nextFilledQty: shares(0),
  executedQty: shares(0),
  works: true,
  toldLeavesQty: shares(100),
  changedUs: 0,
  ...changes,
});
const reason = (order: Order, ...external: readonly ExternalOrder[]) =>
  flipReason(order, shares(100), { ours: [], external });

describe("[pitfall 12] an exit beside an order that is not ours", () => {
  it("does not go where both would turn the position", () => {
    expect(reason(exit(), byHand())).toBe("EXTERNAL_EXITS_EXCEED_POSITION");
    expect(describeFlip("EXTERNAL_EXITS_EXCEED_POSITION")).toMatch(/^EXTERNAL_EXITS_EXCEED_POSITION: .*by hand/);
    expect(reason(exit({ orderQty: shares(40) }), byHand({ quantity: shares(60) }))).toBeUndefined();
    expect(reason(exit({ orderQty: shares(41) }), byHand({ quantity: shares(60) }))).toBeDefined();
  });

  it("goes where that is filled, or ended, or of another side, symbol or account", () => {
    expect(reason(exit())).toBeUndefined();
    expect(reason(exit(), byHand({ executedQty: shares(100) }))).toBeUndefined();
    expect(reason(exit(), byHand({ works: false }))).toBeUndefined();
    expect(reason(exit(), byHand({ side: "BUY" }))).toBeUndefined();
    expect(reason(exit(), byHand({ symbol: "MSFT" }))).toBeUndefined();
    expect(reason(exit(), byHand({ accountId: "DU7654321" }))).toBeUndefined();
  });

  it("does not go where it is not known whose account that is", () =>
    expect(reason(exit(), byHand({ accountId: undefined }))).toBe("EXTERNAL_EXITS_EXCEED_POSITION"));

  it("is no matter of an entry", () => expect(reason(exit({ purpose: "ENTRY" }), byHand())).toBeUndefined());
});
