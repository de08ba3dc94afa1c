import { describe, expect, it } from "vitest";
import { micros, shares } from "@bowline/kernel";
import { flattenRig, type TestOrder } from "./test-flatten.ts";

const only = (orders: readonly TestOrder[]): TestOrder => {
  expect(orders).toHaveLength(1);
  return orders[0] as TestOrder;
};
const long = (quantity = 100) => flattenRig({ positions: new Map([["AAPL", quantity]]) });

describe("flattening", () => {
  it("closes a long position with a marketable limit within the collar, and then halts", () => {
    const rig = long();
    rig.kill("global");
    expect(rig.stateOf("global")).toBe("FLATTENING");
    const order = only(rig.closing());
    expect(order.order).toMatchObject({
      side: "SELL",
      orderQty: shares(100),
      ordType: "LMT",
      lmtPx: micros("99.89"),
      purpose: "EXIT",
      reduceOnly: true,
      strategy: "demo",
      rule: "flatten",
    });
    expect(rig.last("order.approved")?.flattens).toBe("global");
    rig.submit(order);
    rig.fill(order, 40);
    expect(rig.last("risk.flatten")).toMatchObject({
      phase: "MOVED",
      parts: [{ symbol: "AAPL", step: "CLOSING", startQty: shares(100), leftQty: shares(60), closedQty: shares(40) }],
    });
    rig.fill(order, 60);
    expect(rig.last("risk.flatten")).toMatchObject({
      phase: "DONE",
      parts: [{ step: "FLAT", closedQty: shares(100) }],
    });
    expect(rig.last("risk.trading-state")).toMatchObject({
      scope: "global",
      state: "HALTED",
      reason: "flat: closed 100 AAPL at 100",
    });
    rig.clock(60);
    expect(rig.closing()).toEqual([]);
  });
  it("buys a short position back, and odd lots", () => {
    const rig = long(-37);
    rig.kill("AAPL");
    const order = only(rig.closing());
    expect(order.order).toMatchObject({ side: "BUY", orderQty: shares(37), lmtPx: micros("100.12") });
    rig.submit(order);
    rig.fill(order, 37);
    expect(rig.stateOf("AAPL")).toBe("HALTED");
  });
  it("sends one slice after the other, each when the one before has ended, with ids of its own", () => {
    const rig = flattenRig({ positions: new Map([["AAPL", 100]]), policy: { sliceNotional: micros("4000") as never } });
    rig.kill("group:tech");
    const ids = new Set<string>();
    for (const quantity of [39, 39, 22]) {
      const order = only(rig.closing());
      expect(order.leaves).toBe(quantity);
      ids.add(order.id);
      rig.submit(order);
      rig.clock(1);
      only(rig.closing());
      rig.fill(order, quantity);
    }
    expect(ids.size).toBe(3);
    expect(rig.stateOf("group:tech")).toBe("HALTED");
  });
  it("cancels entries at once, protective orders only when the closing order can follow, and waits for both", () => {
    const rig = long();
    rig.place("ENTRY", "AAPL", 10);
    rig.place("STOP", "AAPL", -100, { leg: "STOP" });
    rig.quote("AAPL", { halted: true });
    rig.kill("global");
    const asked = () => rig.said.flatMap((event) => (event.kind === "order.cancel-intent" ? [event.clOrdId] : []));
    expect(asked()).toEqual(["ENTRY"]);
    expect(rig.last("risk.flatten")?.parts[0]).toMatchObject({ step: "WAITING", because: "SYMBOL_HALTED" });
    rig.end(rig.orders.get("ENTRY") as TestOrder, "canceled");
    rig.clock(70);
    expect(asked()).toEqual(["ENTRY", "STOP"]);
    expect(rig.closing()).toEqual([]);
    rig.fill(rig.orders.get("STOP") as TestOrder, 30);
    expect(rig.closing()).toEqual([]);
    rig.end(rig.orders.get("STOP") as TestOrder, "canceled");
    expect(only(rig.closing()).leaves).toBe(70);
  });
  it("cancels what is not filled in time, and prices anew only when that is known", () => {
    const rig = long();
    rig.kill("global");
    const first = only(rig.closing());
    rig.submit(first);
    rig.price("AAPL", 99);
    rig.clock(9);
    expect(first.cancelAsked).toBe(false);
    rig.clock(1);
    expect(first.cancelAsked).toBe(true);
    rig.fill(first, 10);
    rig.clock(20);
    expect(only(rig.closing()).id).toBe(first.id);
    rig.end(first, "canceled");
    const second = only(rig.closing());
    expect(second.order).toMatchObject({ orderQty: shares(90), lmtPx: micros("98.89") });
    expect(second.id).not.toBe(first.id);
  });
  it("waits beyond the collar, tells a person, and goes on from there when asked again", () => {
    const rig = long();
    rig.kill("global");
    const first = only(rig.closing());
    rig.submit(first);
    rig.price("AAPL", 96);
    rig.clock(10);
    rig.end(first, "canceled");
    expect(rig.closing()).toEqual([]);
    expect(rig.last("risk.flatten")?.parts[0]).toMatchObject({ step: "WAITING", because: "BEYOND_COLLAR" });
    rig.clock(30);
    expect(rig.last("control.alert")).toMatchObject({ code: "FLATTEN_WAITS", severity: "CRITICAL", subject: "AAPL" });
    rig.kill("global");
    expect(only(rig.closing()).order?.lmtPx).toBeLessThan(micros("96"));
  });
  it("sends a market order beyond the collar where the settings say so", () => {
    const rig = flattenRig({ positions: new Map([["AAPL", 5]]), policy: { beyondCollar: "market" } });
    rig.kill("global");
    const first = only(rig.closing());
    rig.submit(first);
    rig.price("AAPL", 96);
    rig.clock(10);
    rig.end(first, "canceled");
    expect(only(rig.closing()).order).toMatchObject({ ordType: "MKT" });
  });
  it("waits for the open, and says so", () => {
    const rig = long();
    rig.clock(1, { phase: "POST" });
    rig.kill("global");
    expect(rig.last("risk.flatten")?.parts[0]).toMatchObject({ because: "MARKET_CLOSED" });
    rig.clock(40, { phase: "POST" });
    expect(rig.last("control.alert")).toMatchObject({ severity: "WARNING" });
    expect(rig.closing()).toEqual([]);
    rig.clock(1);
    expect(only(rig.closing()).order?.outsideRth).toBeUndefined();
  });
  it("trades outside regular hours where the settings say so", () => {
    const rig = flattenRig({ positions: new Map([["AAPL", 5]]), policy: { outsideRth: "extended" } });
    rig.clock(1, { phase: "POST" });
    rig.kill("global");
    expect(only(rig.closing()).order?.outsideRth).toBe(true);
  });
  it("sends nothing while an order of the symbol is in doubt", () => {
    const rig = long();
    rig.place("STOP", "AAPL", -100, { leg: "STOP" });
    rig.doubt(rig.orders.get("STOP") as TestOrder);
    rig.kill("global");
    rig.clock(60);
    expect(rig.closing()).toEqual([]);
    expect(rig.last("control.alert")?.detail).toContain("ORDER_IN_DOUBT");
    rig.end(rig.orders.get("STOP") as TestOrder, "lost");
    expect(only(rig.closing()).leaves).toBe(100);
  });
  it("does not repeat a refused order at once", () => {
    const rig = long();
    rig.kill("global");
    const order = only(rig.closing());
    rig.submit(order);
    rig.end(order, "rejected");
    rig.clock(5);
    expect(rig.closing()).toEqual([]);
    rig.clock(5);
    only(rig.closing());
  });
  it("closes what a strategy holds, and leaves another's", () => {
    const rig = long(60);
    rig.place("OTHERS", "AAPL", 40, { strategy: "other" });
    rig.fill(rig.orders.get("OTHERS") as TestOrder, 40);
    rig.kill("strategy:other");
    const order = only(rig.closing());
    expect(order).toMatchObject({ leaves: 40, strategy: "other" });
    rig.submit(order);
    rig.fill(order, 40);
    expect([rig.stateOf("strategy:other"), rig.stateOf("global"), rig.held.get("AAPL")]).toEqual([
      "HALTED",
      "ACTIVE",
      60,
    ]);
  });
  it("goes straight to HALTED where there is nothing to close", () => {
    const rig = flattenRig();
    rig.kill("account:DU1234567");
    expect(rig.last("risk.flatten")).toMatchObject({ phase: "DONE", parts: [] });
    expect(rig.stateOf("account:DU1234567")).toBe("HALTED");
  });
  it("ends where a person takes the scope out of it, and cancels what works", () => {
    const rig = long();
    rig.kill("global");
    const order = only(rig.closing());
    rig.submit(order);
    rig.kill("global", { level: "STOP", state: "LOCKED" });
    expect(rig.last("risk.flatten")).toMatchObject({ phase: "ENDED" });
    expect(order.cancelAsked).toBe(true);
    rig.end(order, "canceled");
    rig.clock(60);
    expect([rig.closing(), rig.stateOf("global")]).toEqual([[], "LOCKED"]);
  });
  it("gives a symbol that two scopes are about one order at a time", () => {
    const rig = long();
    rig.kill("AAPL");
    rig.kill("global");
    const order = only(rig.closing());
    rig.submit(order);
    rig.fill(order, 100);
    expect([rig.stateOf("AAPL"), rig.stateOf("global")]).toEqual(["HALTED", "HALTED"]);
  });
});

it("comes from a loss breaker that is told to, and halts when everything is closed", () => {
  const rig = flattenRig({
    positions: new Map([["AAPL", 100]]),
    limits: { breakerDailyLossHalt: micros("500") as never },
    policy: { onBreach: { DAILY_LOSS_HALT_BREAKER: "flatten" }, collar: micros("0.2") },
  });
  rig.price("AAPL", 94);
  rig.clock(1);
  expect(rig.last("risk.breaker")).toMatchObject({ code: "DAILY_LOSS_HALT_BREAKER", state: "FLATTENING" });
  const order = only(rig.closing());
  rig.submit(order);
  rig.fill(order, 100);
  expect(rig.stateOf("global")).toBe("HALTED");
  rig.clock(30);
  expect(rig.stateOf("global")).toBe("HALTED");
  rig.resume("global");
  rig.clock(1);
  expect(rig.stateOf("global")).toBe("ACTIVE");
});
