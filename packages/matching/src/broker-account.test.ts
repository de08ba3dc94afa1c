import { describe, expect, it } from "vitest";
import { makeBroker } from "./index.ts";
import { aBrokerOfTwo, aStep, anOrder, atStep, dollars, linesOf } from "./test-support.ts";

const T1 = atStep(1);
const T2 = atStep(2);

describe("the account", () => {
  it("goes long, short and flat, with costs counted as IB counts them", () => {
    const broker = aBrokerOfTwo();
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
    const broker = aBrokerOfTwo();
    const told = Array.from({ length: 24 }, (_, index) => linesOf(broker.step([aStep()], atStep(index + 1))));
    expect(told.map((events) => events.length)).toEqual([
      0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1,
    ]);
  });

  it("goes on from a snapshot as if nothing had happened", () => {
    const run = (interrupt: boolean) => {
      let broker = aBrokerOfTwo();
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
    const broker = aBrokerOfTwo({ partialFills: true });
    expect(linesOf(broker.place(anOrder({ shares: 700 }), T1))).toEqual([
      "openOrder 1 PreSubmitted",
      "orderStatus 1 PreSubmitted 0/700",
      "execution 1 BUY 500 @ 100.01",
      "openOrder 1 Submitted",
      "orderStatus 1 Submitted 500/200",
      "openOrder 1 Submitted commission 2.5",
      "commission 2.5",
      "account 49992.5",
    ]);
    expect(linesOf(broker.step([aStep({ bid: "100.01", ask: "100.03" })], T2))).toEqual([
      "execution 1 BUY 200 @ 100.03",
      "openOrder 1 Filled commission 2.5",
      "orderStatus 1 Filled 700/0",
      "openOrder 1 Filled commission 3.5",
      "commission 1",
      "account 29985.5",
    ]);
  });
});
