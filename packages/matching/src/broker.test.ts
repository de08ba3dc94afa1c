import { micros } from "@bowline/kernel";
import { describe, expect, it } from "vitest";
import { makeBroker } from "./index.ts";
import { aBrokerOfTwo, aStep, anOrder, atStep, linesOf } from "./test-support.ts";

const T1 = atStep(1);
const T2 = atStep(2);

describe("an order that arrives", () => {
  it("buys at the ask in TWS's sequence of messages", () => {
    expect(linesOf(aBrokerOfTwo().place(anOrder({ shares: 300 }), T1))).toEqual([
      "openOrder 1 PreSubmitted",
      "orderStatus 1 PreSubmitted 0/300",
      "execution 1 BUY 300 @ 100.01",
      "openOrder 1 Filled",
      "orderStatus 1 Filled 300/0",
      "openOrder 1 Filled commission 1.5",
      "commission 1.5",
      // 100,000 − 300 × 100.01 − 1.50
      "account 69995.5",
    ]);
  });

  it("sells at the bid, and a marketable limit takes the quote, never worse than its limit", () => {
    const broker = aBrokerOfTwo();
    expect(linesOf(broker.place(anOrder({ side: "SELL" }), T1))).toContain("execution 1 SELL 100 @ 99.99");
    expect(linesOf(broker.place(anOrder({ ibOrderId: 2, lmt: "100.5" }), T1))).toContain(
      "execution 2 BUY 100 @ 100.01",
    );
    expect(linesOf(broker.place(anOrder({ ibOrderId: 3, side: "SELL", lmt: "99.99" }), T1))).toContain(
      "execution 3 SELL 100 @ 99.99",
    );
  });

  it("rests where its limit is not reached, or dies where it is IOC", () => {
    const broker = aBrokerOfTwo();
    expect(linesOf(broker.place(anOrder({ lmt: "100" }), T1))).toEqual([
      "openOrder 1 Submitted",
      "orderStatus 1 Submitted 0/100",
    ]);
    expect(linesOf(broker.place(anOrder({ ibOrderId: 2, lmt: "100", timeInForce: "IOC" }), T1))).toEqual([
      "openOrder 2 Submitted",
      "orderStatus 2 Submitted 0/100",
      "orderStatus 2 Cancelled 0/100",
      "error 2 202",
    ]);
  });

  it("waits for the next step while the session is closed", () => {
    const broker = makeBroker({ symbols: ["IBM"] });
    expect(linesOf(broker.place(anOrder(), T1))).toEqual([
      "error 1 399",
      "openOrder 1 PreSubmitted",
      "orderStatus 1 PreSubmitted 0/100",
    ]);
    expect(linesOf(broker.step([aStep()], T2))).toContain("execution 1 BUY 100 @ 100.01");
  });

  it("triggers a stop that is already reached at the worse of stop and quote", () => {
    const broker = aBrokerOfTwo();
    expect(linesOf(broker.place(anOrder({ side: "SELL", stop: "100.5" }), T1))).toContain(
      "execution 1 SELL 100 @ 99.99",
    );
    expect(linesOf(broker.place(anOrder({ ibOrderId: 2, stop: "100" }), T1))).toContain("execution 2 BUY 100 @ 100.01");
  });
});

describe("an order that rests", () => {
  it.each([
    ["the ask falls to its limit", aStep({ bid: "98.9", ask: "98.95", last: "99.5" })],
    ["a trade touches its limit", aStep({ last: "99.5", low: "99" })],
  ])("fills a limit buy at its limit when %s", (_what, step) => {
    const broker = aBrokerOfTwo();
    broker.place(anOrder({ lmt: "99" }), T1);
    expect(linesOf(broker.step([step], T2))).toContain("execution 1 BUY 100 @ 99");
  });

  it("does not count the prices of a bar without volume as trades", () => {
    const broker = aBrokerOfTwo();
    broker.place(anOrder({ lmt: "99" }), T1);
    expect(linesOf(broker.step([aStep({ last: "98", shares: 0 })], T2))).toEqual([]);
  });

  it("fills a stop that a trade triggers at the stop, and through a gap at the quote", () => {
    const broker = aBrokerOfTwo();
    broker.place(anOrder({ side: "SELL", stop: "99.5" }), T1);
    broker.place(anOrder({ ibOrderId: 2, side: "SELL", stop: "98" }), T1);
    expect(linesOf(broker.step([aStep({ low: "99.4" })], T2))).toContain("execution 1 SELL 100 @ 99.5");
    expect(linesOf(broker.step([aStep({ bid: "97.2", ask: "97.3", last: "97.25" })], T2))).toContain(
      "execution 2 SELL 100 @ 97.2",
    );
  });

  it("matches symbols by the alphabet, stops before limits", () => {
    const broker = aBrokerOfTwo();
    broker.place(anOrder({ lmt: "99" }), T1);
    broker.place(anOrder({ ibOrderId: 2, side: "SELL", stop: "99" }), T1);
    broker.place(anOrder({ ibOrderId: 3, symbol: "AIG", lmt: "49" }), T1);
    const events = broker.step(
      [aStep({ symbol: "AIG", low: "48.9", last: "49.5", bid: "49.4", ask: "49.6" }), aStep({ low: "98.9" })],
      T2,
    );
    expect(linesOf(events).filter((line) => line.startsWith("execution"))).toEqual([
      "execution 3 BUY 100 @ 49",
      "execution 2 SELL 100 @ 99",
      "execution 1 BUY 100 @ 99",
    ]);
  });

  it("takes a modify, and fills at the quote when that makes it marketable", () => {
    const broker = aBrokerOfTwo();
    broker.place(anOrder({ lmt: "99" }), T1);
    expect(linesOf(broker.place(anOrder({ lmt: "99.5", shares: 200 }), T1))).toEqual([
      "openOrder 1 Submitted",
      "orderStatus 1 Submitted 0/200",
    ]);
    expect(linesOf(broker.place(anOrder({ lmt: "100.05", shares: 200 }), T1))).toContain(
      "execution 1 BUY 200 @ 100.01",
    );
  });

  it("is canceled: status first, then 202", () => {
    const broker = aBrokerOfTwo();
    broker.place(anOrder({ lmt: "99" }), T1);
    expect(linesOf(broker.cancel(1, 1, T1))).toEqual(["orderStatus 1 Cancelled 0/100", "error 1 202"]);
    expect(broker.openOrders()).toEqual([]);
    expect(broker.completedOrders()).toMatchObject([
      { ibOrderId: 1, status: "Cancelled", completedReason: "Cancelled" },
    ]);
  });

  it("expires at the end of the session when it is for the day, and stays when it is good till canceled", () => {
    const broker = aBrokerOfTwo();
    broker.place(anOrder({ lmt: "99", shares: 10 }), T1);
    broker.place(anOrder({ ibOrderId: 2, lmt: "98", timeInForce: "GTC" }), T1);
    const events = broker.endOfSession(T2);
    expect(linesOf(events)).toEqual(["error 1 202", "orderStatus 1 Cancelled 0/10", "account 100000"]);
    expect(events[0]).toMatchObject({ message: "Order Canceled - reason:Expired at the end of the session" });
    expect(linesOf(broker.place(anOrder({ ibOrderId: 3 }), T2))).toEqual([
      "error 3 399",
      "openOrder 3 PreSubmitted",
      "orderStatus 3 PreSubmitted 0/100",
    ]);
    expect(broker.openOrders().map(({ ibOrderId }) => ibOrderId)).toEqual([2, 3]);
  });
});

describe("what the broker refuses", () => {
  it.each([
    ["an unknown symbol", anOrder({ symbol: "ZZZ" }), 200],
    ["no quantity", anOrder({ shares: 0 }), 434],
    ["a part of a share", { ...anOrder(), orderQty: micros("1.5") as never }, 10243],
    ["a limit order without a limit", { ...anOrder(), ordType: "LMT" as const }, 201],
    ["a stop off the tick", anOrder({ stop: "99.995" }), 110],
    ["an unknown parent", anOrder({ parentIbOrderId: 77 }), 135],
  ])("%s", (_what, request, code) => {
    const broker = aBrokerOfTwo();
    expect(linesOf(broker.place(request, T1))).toEqual([`error 1 ${code}`]);
    expect(broker.openOrders()).toEqual([]);
  });

  it("an order that the account does not carry", () => {
    const broker = aBrokerOfTwo();
    // 100,000 × 4 carries 3,999 shares at 100.01, not 4,000
    expect(linesOf(broker.place(anOrder({ shares: 4000 }), T1))).toEqual([
      "error 1 201",
      "orderStatus 1 Inactive 0/4000",
    ]);
    expect(broker.completedOrders()).toMatchObject([{ status: "Inactive" }]);
    expect(linesOf(broker.place(anOrder({ ibOrderId: 2, shares: 3999 }), T1))).toContain(
      "execution 2 BUY 3999 @ 100.01",
    );
    expect(linesOf(broker.place(anOrder({ ibOrderId: 3, side: "SELL", shares: 3999 }), T1))).toContain(
      "execution 3 SELL 3999 @ 99.99",
    );
  });

  it("an order id that was used", () => {
    const broker = aBrokerOfTwo();
    broker.place(anOrder({ ibOrderId: 5 }), T1);
    expect(linesOf(broker.place(anOrder({ ibOrderId: 5 }), T1))).toEqual(["error 5 104"]);
    expect(linesOf(broker.place(anOrder({ ibOrderId: 4 }), T1))).toEqual(["error 4 103"]);
    expect(broker.nextIbOrderId(1)).toBe(6);
    expect(broker.nextIbOrderId(2)).toBe(1);
    expect(linesOf(broker.place(anOrder({ clientId: 2, ibOrderId: 1 }), T1))).toContain("execution 1 BUY 100 @ 100.01");
  });

  it("a modify that is another order, or off the tick: the old one lives on", () => {
    const broker = aBrokerOfTwo();
    broker.place(anOrder({ lmt: "99" }), T1);
    expect(linesOf(broker.place(anOrder({ lmt: "99", side: "SELL" }), T1))).toEqual(["error 1 105"]);
    expect(linesOf(broker.place(anOrder({ lmt: "99.001" }), T1))).toEqual(["error 1 110"]);
    expect(broker.openOrders()).toMatchObject([{ side: "BUY", lmtPx: 99_000_000 }]);
  });

  it("a cancel of what is unknown, done, or another client's", () => {
    const broker = aBrokerOfTwo();
    broker.place(anOrder(), T1);
    broker.place(anOrder({ ibOrderId: 2, shares: 4000 }), T1);
    broker.place(anOrder({ ibOrderId: 3, lmt: "99" }), T1);
    expect(linesOf(broker.cancel(1, 9, T1))).toEqual(["error 9 10147"]);
    expect(broker.cancel(1, 1, T1)).toMatchObject([
      { code: 10148, message: "OrderId 1 that needs to be cancelled can not be cancelled, state: Filled." },
    ]);
    expect(linesOf(broker.cancel(1, 2, T1))).toEqual(["error 2 161"]);
    expect(linesOf(broker.cancel(2, 3, T1))).toEqual(["error 3 10147"]);
  });
});
