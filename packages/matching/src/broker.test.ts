import { type Money, micros, money } from "@bowline/kernel";
import { describe, expect, it } from "vitest";
import { aStep, anOrder, atStep, lineOf } from "./test-support.ts";
import { type Broker, makeBroker } from "./index.ts";

const dollars = (text: string): Money => money(micros(text));

/** A broker with 100,000 dollars whose session is open, the quote of IBM at 99.99 / 100.01. */
function anOpenBroker(options: Partial<Parameters<typeof makeBroker>[0]> = {}): Broker {
  const broker = makeBroker({ symbols: ["AIG", "IBM"], cash: dollars("100000"), ...options });
  broker.step([aStep({ symbol: "AIG", bid: "49.99", ask: "50.01", last: "50" }), aStep()], atStep(1));
  return broker;
}

const lines = (events: ReturnType<Broker["step"]>): string[] => events.map((event) => lineOf(event));
const T1 = atStep(1);
const T2 = atStep(2);

describe("an order that arrives", () => {
  it("buys at the ask in TWS's sequence of messages", () => {
    expect(lines(anOpenBroker().place(anOrder({ shares: 300 }), T1))).toEqual([
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
    const broker = anOpenBroker();
    expect(lines(broker.place(anOrder({ side: "SELL" }), T1))).toContain("execution 1 SELL 100 @ 99.99");
    expect(lines(broker.place(anOrder({ ibOrderId: 2, lmt: "100.5" }), T1))).toContain("execution 2 BUY 100 @ 100.01");
    expect(lines(broker.place(anOrder({ ibOrderId: 3, side: "SELL", lmt: "99.99" }), T1))).toContain(
      "execution 3 SELL 100 @ 99.99",
    );
  });

  it("rests where its limit is not reached, or dies where it is IOC", () => {
    const broker = anOpenBroker();
    expect(lines(broker.place(anOrder({ lmt: "100" }), T1))).toEqual([
      "openOrder 1 Submitted",
      "orderStatus 1 Submitted 0/100",
    ]);
    expect(lines(broker.place(anOrder({ ibOrderId: 2, lmt: "100", timeInForce: "IOC" }), T1))).toEqual([
      "openOrder 2 Submitted",
      "orderStatus 2 Submitted 0/100",
      "orderStatus 2 Cancelled 0/100",
      "error 2 202",
    ]);
  });

  it("waits for the next step while the session is closed", () => {
    const broker = makeBroker({ symbols: ["IBM"] });
    expect(lines(broker.place(anOrder(), T1))).toEqual([
      "error 1 399",
      "openOrder 1 PreSubmitted",
      "orderStatus 1 PreSubmitted 0/100",
    ]);
    expect(lines(broker.step([aStep()], T2))).toContain("execution 1 BUY 100 @ 100.01");
  });

  it("triggers a stop that is already reached at the worse of stop and quote", () => {
    const broker = anOpenBroker();
    expect(lines(broker.place(anOrder({ side: "SELL", stop: "100.5" }), T1))).toContain("execution 1 SELL 100 @ 99.99");
    expect(lines(broker.place(anOrder({ ibOrderId: 2, stop: "100" }), T1))).toContain("execution 2 BUY 100 @ 100.01");
  });
});

describe("an order that rests", () => {
  it.each([
    ["the ask falls to its limit", aStep({ bid: "98.9", ask: "98.95", last: "99.5" })],
    ["a trade touches its limit", aStep({ last: "99.5", low: "99" })],
  ])("fills a limit buy at its limit when %s", (_what, step) => {
    const broker = anOpenBroker();
    broker.place(anOrder({ lmt: "99" }), T1);
    expect(lines(broker.step([step], T2))).toContain("execution 1 BUY 100 @ 99");
  });

  it("does not count the prices of a bar without volume as trades", () => {
    const broker = anOpenBroker();
    broker.place(anOrder({ lmt: "99" }), T1);
    expect(lines(broker.step([aStep({ last: "98", shares: 0 })], T2))).toEqual([]);
  });

  it("fills a stop that a trade triggers at the stop, and through a gap at the quote", () => {
    const broker = anOpenBroker();
    broker.place(anOrder({ side: "SELL", stop: "99.5" }), T1);
    broker.place(anOrder({ ibOrderId: 2, side: "SELL", stop: "98" }), T1);
    expect(lines(broker.step([aStep({ low: "99.4" })], T2))).toContain("execution 1 SELL 100 @ 99.5");
    expect(lines(broker.step([aStep({ bid: "97.2", ask: "97.3", last: "97.25" })], T2))).toContain(
      "execution 2 SELL 100 @ 97.2",
    );
  });

  it("matches symbols by the alphabet, stops before limits", () => {
    const broker = anOpenBroker();
    broker.place(anOrder({ lmt: "99" }), T1);
    broker.place(anOrder({ ibOrderId: 2, side: "SELL", stop: "99" }), T1);
    broker.place(anOrder({ ibOrderId: 3, symbol: "AIG", lmt: "49" }), T1);
    const events = broker.step(
      [aStep({ symbol: "AIG", low: "48.9", last: "49.5", bid: "49.4", ask: "49.6" }), aStep({ low: "98.9" })],
      T2,
    );
    expect(lines(events).filter((line) => line.startsWith("execution"))).toEqual([
      "execution 3 BUY 100 @ 49",
      "execution 2 SELL 100 @ 99",
      "execution 1 BUY 100 @ 99",
    ]);
  });

  it("takes a modify, and fills at the quote when that makes it marketable", () => {
    const broker = anOpenBroker();
    broker.place(anOrder({ lmt: "99" }), T1);
    expect(lines(broker.place(anOrder({ lmt: "99.5", shares: 200 }), T1))).toEqual([
      "openOrder 1 Submitted",
      "orderStatus 1 Submitted 0/200",
    ]);
    expect(lines(broker.place(anOrder({ lmt: "100.05", shares: 200 }), T1))).toContain("execution 1 BUY 200 @ 100.01");
  });

  it("is canceled: status first, then 202", () => {
    const broker = anOpenBroker();
    broker.place(anOrder({ lmt: "99" }), T1);
    expect(lines(broker.cancel(1, 1, T1))).toEqual(["orderStatus 1 Cancelled 0/100", "error 1 202"]);
    expect(broker.openOrders()).toEqual([]);
    expect(broker.completedOrders()).toMatchObject([
      { ibOrderId: 1, status: "Cancelled", completedReason: "Cancelled" },
    ]);
  });

  it("expires at the end of the session when it is for the day, and stays when it is good till canceled", () => {
    const broker = anOpenBroker();
    broker.place(anOrder({ lmt: "99", shares: 10 }), T1);
    broker.place(anOrder({ ibOrderId: 2, lmt: "98", timeInForce: "GTC" }), T1);
    const events = broker.endOfSession(T2);
    expect(lines(events)).toEqual(["error 1 202", "orderStatus 1 Cancelled 0/10", "account 100000"]);
    expect(events[0]).toMatchObject({ message: "Order Canceled - reason:Expired at the end of the session" });
    expect(lines(broker.place(anOrder({ ibOrderId: 3 }), T2))).toEqual([
      "error 3 399",
      "openOrder 3 PreSubmitted",
      "orderStatus 3 PreSubmitted 0/100",
    ]);
    expect(broker.openOrders().map(({ ibOrderId }) => ibOrderId)).toEqual([2, 3]);
  });
});

describe("a bracket", () => {
  const entry = anOrder({ ibOrderId: 10, transmit: false });
  const stop = anOrder({
    ibOrderId: 11,
    side: "SELL",
    stop: "99",
    parentIbOrderId: 10,
    timeInForce: "GTC",
    transmit: false,
  });
  const target = anOrder({ ibOrderId: 12, side: "SELL", lmt: "101", parentIbOrderId: 10, timeInForce: "GTC" });

  const placed = (): Broker => {
    const broker = anOpenBroker();
    for (const order of [entry, stop, target]) broker.place(order, T1);
    return broker;
  };

  it("is staged until its last order transmits, then fills the entry and releases the children", () => {
    const broker = anOpenBroker();
    expect(lines(broker.place(entry, T1))).toEqual([]);
    expect(lines(broker.place(stop, T1))).toEqual([]);
    expect(broker.openOrders().map(({ status }) => status)).toEqual(["PendingSubmit", "PendingSubmit"]);
    expect(lines(broker.step([aStep({ low: "98" })], T1))).toEqual([]);
    broker.step([aStep()], T1);
    expect(lines(broker.place(target, T1))).toEqual([
      "openOrder 10 PreSubmitted",
      "orderStatus 10 PreSubmitted 0/100",
      "openOrder 11 PreSubmitted",
      "orderStatus 11 PreSubmitted 0/100",
      "openOrder 12 PreSubmitted",
      "orderStatus 12 PreSubmitted 0/100",
      "execution 10 BUY 100 @ 100.01",
      "openOrder 10 Filled",
      "orderStatus 10 Filled 100/0",
      "openOrder 10 Filled commission 1",
      "commission 1",
      "openOrder 12 Submitted",
      "orderStatus 12 Submitted 0/100",
      "account 89998",
    ]);
  });

  it("does the stop, not the target, when one step reaches both", () => {
    const events = lines(placed().step([aStep({ high: "101.5", low: "98.5" })], T2));
    expect(events.slice(0, 8)).toEqual([
      "execution 11 SELL 100 @ 99",
      "openOrder 11 Filled",
      "orderStatus 11 Filled 100/0",
      "openOrder 11 Filled commission 1",
      "commission 1",
      "orderStatus 12 Cancelled 0/100",
      "error 12 202",
      // 100,000 − 10,001 − 1 + 9,900 − 1
      "account 99897",
    ]);
  });

  it("holds its children while the entry rests, and cancels them with it", () => {
    const broker = anOpenBroker();
    for (const order of [{ ...entry, ...anOrder({ ibOrderId: 10, lmt: "99.5", transmit: false }) }, stop, target])
      broker.place(order, T1);
    expect(lines(broker.step([aStep({ low: "99.6", high: "102" })], T2))).toEqual([]);
    expect(lines(broker.cancel(1, 10, T2))).toEqual([
      "orderStatus 10 Cancelled 0/100",
      "error 10 202",
      "orderStatus 11 Cancelled 0/100",
      "error 11 202",
      "orderStatus 12 Cancelled 0/100",
      "error 12 202",
    ]);
  });

  it("lets its children meet the quote only, in the step that fills the entry", () => {
    const broker = anOpenBroker();
    for (const order of [anOrder({ ibOrderId: 10, lmt: "99.5", transmit: false }), stop, target])
      broker.place(order, T1);
    const events = lines(broker.step([aStep({ low: "98.5", high: "102" })], T2));
    expect(events.filter((line) => line.startsWith("execution"))).toEqual(["execution 10 BUY 100 @ 99.5"]);
    expect(lines(broker.step([aStep({ high: "101" })], atStep(3)))).toContain("execution 12 SELL 100 @ 101");
  });

  it("knows no parent that is gone", () => {
    const broker = placed();
    expect(lines(broker.place({ ...stop, ibOrderId: 20 }, T1))).toEqual(["error 20 135"]);
    const modified = anOrder({ ibOrderId: 12, side: "SELL", lmt: "100.5", timeInForce: "GTC" });
    expect(lines(broker.place(modified, T1))).toEqual(["openOrder 12 Submitted", "orderStatus 12 Submitted 0/100"]);
    expect(lines(broker.place(target, T1))).toEqual(["error 12 135"]);
  });

  it("cancels the other orders of an OCA group", () => {
    const broker = anOpenBroker();
    broker.place(anOrder({ lmt: "99", ocaGroup: "g" }), T1);
    broker.place(anOrder({ ibOrderId: 2, lmt: "98", ocaGroup: "g" }), T1);
    expect(lines(broker.step([aStep({ low: "97" })], T2)).filter((line) => line.startsWith("execution"))).toEqual([
      "execution 1 BUY 100 @ 99",
    ]);
    expect(broker.completedOrders().map(({ ibOrderId, status }) => [ibOrderId, status])).toEqual([
      [1, "Filled"],
      [2, "Cancelled"],
    ]);
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
    const broker = anOpenBroker();
    expect(lines(broker.place(request, T1))).toEqual([`error 1 ${code}`]);
    expect(broker.openOrders()).toEqual([]);
  });

  it("an order that the account does not carry", () => {
    const broker = anOpenBroker();
    // 100,000 × 4 carries 3,999 shares at 100.01, not 4,000
    expect(lines(broker.place(anOrder({ shares: 4000 }), T1))).toEqual([
      "error 1 201",
      "orderStatus 1 Inactive 0/4000",
    ]);
    expect(broker.completedOrders()).toMatchObject([{ status: "Inactive" }]);
    expect(lines(broker.place(anOrder({ ibOrderId: 2, shares: 3999 }), T1))).toContain("execution 2 BUY 3999 @ 100.01");
    expect(lines(broker.place(anOrder({ ibOrderId: 3, side: "SELL", shares: 3999 }), T1))).toContain(
      "execution 3 SELL 3999 @ 99.99",
    );
  });

  it("an order id that was used", () => {
    const broker = anOpenBroker();
    broker.place(anOrder({ ibOrderId: 5 }), T1);
    expect(lines(broker.place(anOrder({ ibOrderId: 5 }), T1))).toEqual(["error 5 104"]);
    expect(lines(broker.place(anOrder({ ibOrderId: 4 }), T1))).toEqual(["error 4 103"]);
    expect(broker.nextIbOrderId(1)).toBe(6);
    expect(broker.nextIbOrderId(2)).toBe(1);
    expect(lines(broker.place(anOrder({ clientId: 2, ibOrderId: 1 }), T1))).toContain("execution 1 BUY 100 @ 100.01");
  });

  it("a modify that is another order, or off the tick: the old one lives on", () => {
    const broker = anOpenBroker();
    broker.place(anOrder({ lmt: "99" }), T1);
    expect(lines(broker.place(anOrder({ lmt: "99", side: "SELL" }), T1))).toEqual(["error 1 105"]);
    expect(lines(broker.place(anOrder({ lmt: "99.001" }), T1))).toEqual(["error 1 110"]);
    expect(broker.openOrders()).toMatchObject([{ side: "BUY", lmtPx: 99_000_000 }]);
  });

  it("a cancel of what is unknown, done, or another client's", () => {
    const broker = anOpenBroker();
    broker.place(anOrder(), T1);
    broker.place(anOrder({ ibOrderId: 2, shares: 4000 }), T1);
    broker.place(anOrder({ ibOrderId: 3, lmt: "99" }), T1);
    expect(lines(broker.cancel(1, 9, T1))).toEqual(["error 9 10147"]);
    expect(broker.cancel(1, 1, T1)).toMatchObject([
      { code: 10148, message: "OrderId 1 that needs to be cancelled can not be cancelled, state: Filled." },
    ]);
    expect(lines(broker.cancel(1, 2, T1))).toEqual(["error 2 161"]);
    expect(lines(broker.cancel(2, 3, T1))).toEqual(["error 3 10147"]);
  });
});

describe("the account", () => {
  it("goes long, short and flat, with costs counted as IB counts them", () => {
    const broker = anOpenBroker();
    broker.place(anOrder({ shares: 100 }), T1);
    expect(broker.account()).toMatchObject({
      cash: dollars("89998"),
      equity: dollars("99998"),
      positions: [
        {
          symbol: "IBM",
          positionQty: 100_000_000,
          markPx: 100_000_000,
          avgCostPx: 100_020_000,
          unrealizedPnl: dollars("-2"),
          realizedPnl: 0,
        },
      ],
    });
    // Sells 300 at 99.99, commission 1.50, a third of it for the 100 that close: 9,999 − 0.50 − 10,002 = −3.50
    broker.place(anOrder({ ibOrderId: 2, side: "SELL", shares: 300 }), T1);
    expect(broker.account()).toMatchObject({
      cash: dollars("119993.5"),
      equity: dollars("99993.5"),
      realizedPnl: dollars("-3.5"),
      unrealizedPnl: dollars("-3"),
      grossPositionValue: dollars("20000"),
      positions: [{ positionQty: -200_000_000, avgCostPx: 99_985_000 }],
    });
    broker.place(anOrder({ ibOrderId: 3, shares: 200 }), T1);
    expect(broker.account()).toMatchObject({
      cash: dollars("99990.5"),
      equity: dollars("99990.5"),
      realizedPnl: dollars("-9.5"),
      positions: [{ positionQty: 0 }],
    });
  });

  it("is told after every step that ends on a full minute, and after fills", () => {
    const broker = anOpenBroker();
    const told = Array.from({ length: 24 }, (_, index) => lines(broker.step([aStep()], atStep(index + 1))));
    expect(told.map((events) => events.length)).toEqual([
      0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1,
    ]);
  });

  it("goes on from a snapshot as if nothing had happened", () => {
    const run = (interrupt: boolean) => {
      let broker = anOpenBroker();
      broker.place(anOrder({ lmt: "99", timeInForce: "GTC" }), T1);
      broker.place(anOrder({ ibOrderId: 2 }), T1);
      if (interrupt) {
        const snapshot = JSON.parse(JSON.stringify(broker.snapshot())) as never;
        broker = makeBroker({ symbols: ["AIG", "IBM"] });
        broker.restore(snapshot);
      }
      return [broker.step([aStep({ low: "98" })], T2), broker.executions(), broker.nextIbOrderId(1), broker.account()];
    };
    expect(JSON.stringify(run(true))).toBe(JSON.stringify(run(false)));
  });
});

describe("partial fills, where they are on", () => {
  it("fills what is shown, charges the minimum once, and goes on in later steps", () => {
    const broker = anOpenBroker({ partialFills: true });
    expect(lines(broker.place(anOrder({ shares: 700 }), T1))).toEqual([
      "openOrder 1 PreSubmitted",
      "orderStatus 1 PreSubmitted 0/700",
      "execution 1 BUY 500 @ 100.01",
      "openOrder 1 Submitted",
      "orderStatus 1 Submitted 500/200",
      "openOrder 1 Submitted commission 2.5",
      "commission 2.5",
      "account 49992.5",
    ]);
    expect(lines(broker.step([aStep({ bid: "100.01", ask: "100.03" })], T2))).toEqual([
      "execution 1 BUY 200 @ 100.03",
      "openOrder 1 Filled commission 2.5",
      "orderStatus 1 Filled 700/0",
      "openOrder 1 Filled commission 3.5",
      "commission 1",
      "account 29985.5",
    ]);
  });
});
