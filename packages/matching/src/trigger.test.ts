import { describe, expect, it } from "vitest";
import type { OrderRequest } from "./index.ts";
import { anOpenBroker, anOrder, aStep, atStep, fillsOf, linesOf, pxOf } from "./test-support.ts";

const T = atStep(1);
const STEPS = [2, 3, 4, 5].map((index) => atStep(index));
const [T2 = T, T3 = T, T4 = T] = STEPS;
const calm = aStep();

describe("a stop that turns into a limit order", () => {
  const stopLimit = anOrder({ ordType: "STP LMT", stop: "101", lmt: "101.5" });

  it("fills at the worse of stop and quote while the limit allows it", () => {
    const broker = anOpenBroker();
    expect(linesOf(broker.place(stopLimit, T))).toEqual([
      "openOrder 1 PreSubmitted",
      "orderStatus 1 PreSubmitted 0/100",
    ]);
    expect(broker.openOrders()[0]?.whyHeld).toBe("trigger");
    expect(fillsOf(broker.step([aStep({ bid: "101.2", ask: "101.3", last: "101.25" })], T2))).toEqual([
      "1 BUY 100 @ 101.3",
    ]);
  });

  it("rests as Submitted where the market jumped over its limit", () => {
    const broker = anOpenBroker();
    broker.place(stopLimit, T);
    expect(linesOf(broker.step([aStep({ bid: "102", ask: "102.1", last: "102" })], T2))).toEqual([
      "openOrder 1 Submitted",
      "orderStatus 1 Submitted 0/100",
    ]);
    expect(broker.openOrders()[0]).toMatchObject({ isTriggered: true, whyHeld: undefined });
    expect(fillsOf(broker.step([aStep({ last: "101.9", low: "101.5", bid: "101.8", ask: "102" })], T3))).toEqual([
      "1 BUY 100 @ 101.5",
    ]);
  });
});

describe("an order that waits for a better price", () => {
  it("becomes a market order when it is touched", () => {
    const broker = anOpenBroker();
    const touch = anOrder({ ordType: "MIT", stop: "99" });
    expect(linesOf(broker.place(touch, T))).toEqual(["openOrder 1 PreSubmitted", "orderStatus 1 PreSubmitted 0/100"]);
    expect(fillsOf(broker.step([calm], T2))).toEqual([]);
    expect(fillsOf(broker.step([aStep({ low: "98.9", last: "99.5", bid: "99.4", ask: "99.6" })], T3))).toEqual([
      "1 BUY 100 @ 99.6",
    ]);
  });

  it("takes the quote at once where the market is already there", () => {
    const sell = anOrder({ ordType: "MIT", stop: "99.5", side: "SELL" });
    expect(fillsOf(anOpenBroker().place(sell, T))).toEqual(["1 SELL 100 @ 99.99"]);
  });

  it("becomes a limit order when it is touched", () => {
    const broker = anOpenBroker();
    broker.place(anOrder({ ordType: "LIT", stop: "99", lmt: "99.2" }), T);
    expect(linesOf(broker.step([aStep({ low: "98.9", last: "99.5", bid: "99.4", ask: "99.6" })], T2))).toEqual([
      "openOrder 1 Submitted",
      "orderStatus 1 Submitted 0/100",
    ]);
    expect(fillsOf(broker.step([aStep({ low: "99.2" })], T3))).toEqual(["1 BUY 100 @ 99.2"]);
  });
});

describe("a trailing stop", () => {
  const trail = (more: Partial<OrderRequest> = {}): OrderRequest =>
    anOrder({ ordType: "TRAIL", side: "SELL", trailingAmount: pxOf("1"), ...more });
  const stopNow = (broker: ReturnType<typeof anOpenBroker>) => broker.openOrders()[0]?.trailStopPx;

  it("follows the best trade and never turns back, then sells", () => {
    const broker = anOpenBroker();
    broker.place(trail(), T);
    expect(stopNow(broker)).toBe(pxOf("99"));
    broker.step([aStep({ high: "102", last: "101.5", bid: "101.4", ask: "101.6" })], T2);
    expect(stopNow(broker)).toBe(pxOf("101"));
    broker.step([aStep({ last: "101.2", bid: "101.1", ask: "101.3" })], T3);
    expect(stopNow(broker)).toBe(pxOf("101"));
    expect(fillsOf(broker.step([aStep({ last: "100.9", bid: "100.8", ask: "101" })], T4))).toEqual([
      "1 SELL 100 @ 100.8",
    ]);
  });

  it("sells where one step rises and falls back by the distance", () => {
    const broker = anOpenBroker();
    broker.place(trail(), T);
    const swing = aStep({ high: "103", last: "101.9", bid: "101.8", ask: "102" });
    expect(fillsOf(broker.step([swing], T2))).toEqual(["1 SELL 100 @ 101.8"]);
  });

  it("follows by a part of the price, rounded away from the market", () => {
    const broker = anOpenBroker();
    // 1.255 % of 100 is 1.255: 98.745 is no cent
    broker.place(trail({ trailingAmount: undefined, trailingMicros: 12_550 }), T);
    expect(stopNow(broker)).toBe(pxOf("98.74"));
    broker.place(anOrder({ ibOrderId: 2, ordType: "TRAIL", trailingMicros: 12_550 }), T);
    expect(broker.openOrders()[1]?.trailStopPx).toBe(pxOf("101.26"));
  });

  it("begins where it is told to, and a modify moves it", () => {
    const broker = anOpenBroker();
    broker.place(trail({ trailStopPx: pxOf("97") }), T);
    // The market is 3 above, the distance is 1: it follows at once.
    expect(stopNow(broker)).toBe(pxOf("99"));
    broker.place(trail({ trailStopPx: pxOf("99.5"), trailingAmount: pxOf("0.4") }), T);
    expect(stopNow(broker)).toBe(pxOf("99.6"));
  });

  it.each([
    [4 as const, "100.4"],
    [8 as const, "100.5"],
    [2 as const, "101"],
  ])("looks at what method %i says", (triggerMethod, stop) => {
    const broker = anOpenBroker();
    broker.place(trail({ triggerMethod }), T);
    broker.step([aStep({ high: "102", last: "101.7", bid: "101.4", ask: "101.6" })], T2);
    expect(stopNow(broker)).toBe(pxOf(stop));
  });

  it("turns into a limit order that lies behind the stop by its offset", () => {
    const broker = anOpenBroker();
    broker.place(trail({ ordType: "TRAIL LIMIT", lmtPxOffset: pxOf("0.1") }), T);
    broker.step([aStep({ high: "101", last: "101", bid: "100.9", ask: "101.1" })], T2);
    expect(broker.openOrders()[0]).toMatchObject({ trailStopPx: pxOf("100"), lmtPx: pxOf("99.9") });
    expect(fillsOf(broker.step([aStep({ last: "99.5", bid: "99.4", ask: "99.6" })], T3))).toEqual([]);
    expect(fillsOf(broker.step([aStep({ last: "99.8", high: "99.95", bid: "99.7", ask: "99.8" })], T4))).toEqual([
      "1 SELL 100 @ 99.9",
    ]);
  });

  it("takes the offset from its first limit and its first stop", () => {
    const broker = anOpenBroker();
    const first = { trailStopPx: pxOf("99"), lmtPx: pxOf("98.8") };
    broker.place({ ...trail({ ordType: "TRAIL LIMIT" }), ...first }, T);
    expect(broker.openOrders()[0]).toMatchObject({ lmtPxOffset: pxOf("0.2"), lmtPx: pxOf("98.8") });
  });

  it.each([
    ["no distance", trail({ trailingAmount: undefined })],
    ["no limit", trail({ ordType: "TRAIL LIMIT" })],
  ])("is incomplete with %s", (_what, request) => {
    expect(linesOf(anOpenBroker().place(request, T))).toEqual(["error 1 107"]);
  });
});

describe("what triggers", () => {
  const stop = (triggerMethod: OrderRequest["triggerMethod"]): OrderRequest => anOrder({ stop: "101", triggerMethod });
  const [byTrade, byQuote] = [aStep({ high: "101" }), aStep({ ask: "101", bid: "100.98" })];
  const middle = aStep({ ask: "101.02", bid: "100.98" });

  it.each([
    [2 as const, byTrade, byQuote],
    [4 as const, byQuote, byTrade],
    [8 as const, middle, byQuote],
  ])("method %i looks at one thing only", (method, reaching, other) => {
    const broker = anOpenBroker();
    broker.place(stop(method), T);
    expect(fillsOf(broker.step([other], T2))).toEqual([]);
    expect(fillsOf(broker.step([reaching], T3))).toHaveLength(1);
  });

  it.each([
    [1 as const, byQuote],
    [3 as const, byTrade],
  ])("method %i wants it twice in a row", (method, reaching) => {
    const broker = anOpenBroker();
    broker.place(stop(method), T);
    const fills = [reaching, calm, reaching, reaching].map(
      (step, index) => fillsOf(broker.step([step], atStep(index + 2))).length,
    );
    expect(fills).toEqual([0, 0, 0, 1]);
  });

  it("is what the switch says where the order says nothing", () => {
    const fills = ([2, 4, 7] as const).map((defaultTriggerMethod) => {
      const broker = anOpenBroker({ behaviour: { defaultTriggerMethod } });
      broker.place(stop(0), T);
      return [byTrade, byQuote].map((step, index) => fillsOf(broker.step([step], atStep(index + 2))).length);
    });
    expect(fills).toEqual([
      [1, 0],
      [0, 1],
      [1, 0],
    ]);
  });
});
