import { US_PER_DAY, us } from "@bowline/kernel";
import { describe, expect, it } from "vitest";
import { anOpenBroker, anOrder, aStep, atStep, linesOf } from "./test-support.ts";

const T = atStep(1);
const [T2, T3] = [atStep(2), atStep(3)];
const slow = { behaviour: { cancelTakesMs: 7000 } };

describe("a cancel that takes time", () => {
  it("is pending first, then done; a second one has nothing to do", () => {
    const broker = anOpenBroker(slow);
    broker.place(anOrder({ lmt: "99" }), T);
    expect(linesOf(broker.cancel(1, 1, T))).toEqual(["orderStatus 1 PendingCancel 0/100"]);
    expect(linesOf(broker.cancel(1, 1, T))).toEqual(["error 1 161"]);
    expect(linesOf(broker.step([aStep()], T2))).toEqual([]);
    expect(linesOf(broker.step([aStep()], T3))).toEqual(["orderStatus 1 Cancelled 0/100", "error 1 202"]);
  });

  it("loses the race against a fill: 10148", () => {
    const broker = anOpenBroker(slow);
    broker.place(anOrder({ lmt: "99" }), T);
    broker.cancel(1, 1, T);
    const events = broker.step([aStep({ low: "99" })], T2);
    expect(linesOf(events)).toEqual([
      "execution 1 BUY 100 @ 99",
      "openOrder 1 Filled",
      "orderStatus 1 Filled 100/0",
      "openOrder 1 Filled commission 1",
      "commission 1",
      "error 1 10148",
      "account 990099",
    ]);
    expect(events[5]).toMatchObject({
      message: "OrderId 1 that needs to be cancelled can not be cancelled, state: Filled.",
    });
  });

  it("takes none where the order is only staged, and none for a global cancel", () => {
    const broker = anOpenBroker(slow);
    broker.place(anOrder({ lmt: "99", transmit: false }), T);
    broker.place(anOrder({ ibOrderId: 2, lmt: "99" }), T);
    broker.place(anOrder({ ibOrderId: 3, lmt: "99", clientId: 4 }), T);
    expect(linesOf(broker.cancel(1, 1, T))[0]).toBe("orderStatus 1 Cancelled 0/100");
    expect(linesOf(broker.cancelAll(T))).toEqual([
      "orderStatus 2 Cancelled 0/100",
      "error 2 202",
      "orderStatus 3 Cancelled 0/100",
      "error 3 202",
    ]);
  });
});

describe("a cancel of what has ended", () => {
  it("is worded as older or newer gateways do", () => {
    const wordsOf = (wording: "CLASSIC" | "RECENT") => {
      const broker = anOpenBroker({ behaviour: { wording } });
      broker.place(anOrder(), T);
      return broker.cancel(1, 1, T);
    };
    const words = (cannot: string) => `OrderId 1 that needs to be cancelled ${cannot} be cancelled, state: Filled.`;
    expect(wordsOf("CLASSIC")).toMatchObject([{ code: 10_148, message: words("can not") }]);
    expect(wordsOf("RECENT")).toMatchObject([{ code: 10_148, message: words("cannot") }]);
  });

  it("by a global cancel is refused with 161 for each of the client's own of the day, unless switched off", () => {
    const placed = (globalCancelOfEnded: boolean) => {
      const broker = anOpenBroker({ behaviour: { globalCancelOfEnded } });
      broker.place(anOrder(), T);
      broker.place(anOrder({ clientId: 4 }), T);
      broker.place(anOrder({ ibOrderId: 2, lmt: "99" }), T);
      return broker;
    };
    const cancelled = ["orderStatus 2 Cancelled 0/100", "error 2 202"];
    expect(linesOf(placed(true).cancelAll(T2, 1))).toEqual([...cancelled, "error 1 161"]);
    expect(linesOf(placed(false).cancelAll(T2, 1))).toEqual(cancelled);
    const nextDay = us(T + US_PER_DAY);
    expect(linesOf(placed(true).cancelAll(nextDay, 1))).toEqual(cancelled);
  });
});

describe("a completed order", () => {
  it("tells how it ended in TWS's words", () => {
    const broker = anOpenBroker();
    broker.place(anOrder(), T);
    broker.place(anOrder({ ibOrderId: 2, lmt: "99" }), T);
    broker.place(anOrder({ ibOrderId: 3, lmt: "99", timeInForce: "IOC" }), T);
    broker.cancel(1, 2, T);
    broker.place(anOrder({ ibOrderId: 4, lmt: "99" }), T);
    broker.endOfSession(T2);
    expect(broker.completedOrders().map(({ ibOrderId, completedStatus }) => [ibOrderId, completedStatus])).toEqual([
      [1, "Filled Size: 100"],
      [3, "Cancelled by System"],
      [2, "Cancelled by Trader"],
      [4, "Expired"],
    ]);
  });
});
