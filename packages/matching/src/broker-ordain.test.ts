import { micros, money, px, qty, shares } from "@bowline/kernel";
import { describe, expect, it } from "vitest";
import { makeBroker } from "./index.ts";
import { aStep, anOrder, atStep, lineOf } from "./test-support.ts";

function aBroker() {
  const broker = makeBroker({ symbols: ["IBM"], cash: money(micros("100000")) });
  broker.step([aStep()], atStep(1));
  return broker;
}
const T = atStep(1);
const cashOf = (broker: ReturnType<typeof aBroker>): number => broker.account().cash / 1e6;

describe("what is ordained", () => {
  it("fills a working order, never more than it leaves", () => {
    const broker = aBroker();
    broker.place(anOrder({ lmt: "90" }), T);
    const { permId } = broker.openOrders()[0]!;
    broker.ordain({ type: "fill", permId, lastQty: shares(30) }, T);
    expect(broker.openOrders()[0]).toMatchObject({ cumQty: shares(30), leavesQty: shares(70) });
    broker.ordain({ type: "fill", permId, lastQty: shares(500) }, T);
    expect(broker.completedOrders()[0]).toMatchObject({ status: "Filled", cumQty: shares(100) });
    expect(broker.ordain({ type: "fill", permId, lastQty: shares(1) }, T)).toEqual([]);
  });

  it("fills more than was ordered; the order stays filled", () => {
    const broker = aBroker();
    broker.place(anOrder({ shares: 100 }), T);
    const { permId } = broker.completedOrders()[0]!;
    broker.ordain({ type: "overfill", permId, lastQty: shares(10) }, T);
    expect(broker.completedOrders()).toHaveLength(1);
    expect(broker.completedOrders()[0]).toMatchObject({ status: "Filled", cumQty: shares(110), leavesQty: 0 });
    expect(broker.account().positions[0]!.positionQty).toBe(shares(110));
    expect(broker.ordain({ type: "overfill", permId: 1, lastQty: shares(10) }, T)).toEqual([]);
  });

  it("cancels, and refuses what it took", () => {
    const broker = aBroker();
    broker.place(anOrder({ lmt: "90" }), T);
    const { permId } = broker.openOrders()[0]!;
    expect(broker.ordain({ type: "cancel", permId }, T).map(lineOf)).toEqual([
      "orderStatus 1 Cancelled 0/100",
      "error 1 202",
    ]);
    expect(broker.ordain({ type: "cancel", permId }, T)).toEqual([]);
    const told = broker.ordain({ type: "deactivate", request: anOrder({ ibOrderId: 5 }) }, T);
    expect(told.map(lineOf)).toEqual(["openOrder 5 Inactive", "orderStatus 5 Inactive 0/100"]);
    expect(broker.nextIbOrderId(1)).toBe(6);
  });

  it("fills what is canceled already, never beyond what was left of it", () => {
    const broker = aBroker();
    broker.place(anOrder({ lmt: "20" }), T);
    const { permId } = broker.openOrders()[0]!;
    expect(broker.ordain({ type: "late-fill", permId, lastQty: shares(40) }, T)).toEqual([]);
    broker.ordain({ type: "cancel", permId }, T);
    broker.ordain({ type: "late-fill", permId, lastQty: shares(40) }, T);
    expect(broker.completedOrders()).toMatchObject([{ status: "Cancelled", cumQty: shares(40) }]);
    broker.ordain({ type: "late-fill", permId, lastQty: shares(90) }, T);
    expect(broker.completedOrders()).toMatchObject([{ status: "Filled", cumQty: shares(100) }]);
    expect(broker.account().positions[0]!.positionQty).toBe(shares(100));
    expect(broker.openOrders()).toEqual([]);
  });

  it("tells what is held before its symbol's first trade, at its cost", () => {
    const broker = makeBroker({ symbols: ["IBM"], cash: money(micros("100000")) });
    broker.place(anOrder({ lmt: "20" }), T);
    const { permId } = broker.openOrders()[0]!;
    broker.ordain({ type: "fill", permId, lastQty: shares(40) }, T);
    const [held] = broker.account().positions;
    expect([held?.positionQty, held?.markPx]).toEqual([shares(40), held?.avgCostPx]);
  });

  it("restates an execution that still is held in its cost, one that is closed in what it realised", () => {
    const broker = aBroker();
    broker.place(anOrder(), T);
    const { execId } = broker.executions()[0]!;
    const before = broker.account();
    broker.ordain({ type: "correct", execId, lastPx: px(micros("100.11")) }, T);
    expect(cashOf(broker)).toBe(before.cash / 1e6 - 10);
    expect(broker.account().unrealizedPnl).toBe(before.unrealizedPnl - 10e6);
    expect(broker.executions().map((one) => one.execId)).toEqual(["0000e0d5.00000001.01.02"]);
    broker.place(anOrder({ ibOrderId: 2, side: "SELL" }), T);
    const { realizedPnl } = broker.account();
    broker.ordain({ type: "correct", execId: "0000e0d5.00000001.01.02", lastPx: px(micros("100.01")) }, T);
    expect(broker.account().realizedPnl).toBe(realizedPnl + 10_000_000);
  });

  it("takes an execution back as if it had never been", () => {
    const broker = aBroker();
    broker.place(anOrder(), T);
    const told = broker.ordain({ type: "bust", execId: broker.executions()[0]!.execId }, T);
    expect(told.map(lineOf).slice(0, 2)).toEqual(["execution 1 BUY 0 @ 100.01", "commission 0"]);
    expect(cashOf(broker)).toBe(100_000);
    expect(broker.account().positions[0]!.positionQty).toBe(qty(0));
    expect(broker.ordain({ type: "bust", execId: "none" }, T)).toEqual([]);
  });

  it("lets order ids begin at 1 again", () => {
    const broker = aBroker();
    broker.place(anOrder({ ibOrderId: 40 }), T);
    broker.ordain({ type: "reset-order-ids" }, T);
    expect(broker.nextIbOrderId(1)).toBe(1);
    broker.place(anOrder({ ibOrderId: 1 }), T);
    expect(broker.completedOrders().map(({ permId }) => permId)).toEqual([1_000_000_001, 1_000_000_002]);
  });
});
