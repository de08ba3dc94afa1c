import { describe, expect, it } from "vitest";
import { type Broker } from "./index.ts";
import { aBrokerOfTwo, aStep, anOrder, atStep, linesOf } from "./test-support.ts";

const T1 = atStep(1);
const T2 = atStep(2);

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
    const broker = aBrokerOfTwo();
    for (const order of [entry, stop, target]) broker.place(order, T1);
    return broker;
  };

  it("is staged until its last order transmits, then fills the entry and releases the children", () => {
    const broker = aBrokerOfTwo();
    expect(linesOf(broker.place(entry, T1))).toEqual([]);
    expect(linesOf(broker.place(stop, T1))).toEqual([]);
    expect(broker.openOrders().map(({ status }) => status)).toEqual(["PendingSubmit", "PendingSubmit"]);
    expect(linesOf(broker.step([aStep({ low: "98" })], T1))).toEqual([]);
    broker.step([aStep()], T1);
    expect(linesOf(broker.place(target, T1))).toEqual([
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
    const events = linesOf(placed().step([aStep({ high: "101.5", low: "98.5" })], T2));
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
    const broker = aBrokerOfTwo();
    for (const order of [{ ...entry, ...anOrder({ ibOrderId: 10, lmt: "99.5", transmit: false }) }, stop, target])
      broker.place(order, T1);
    expect(linesOf(broker.step([aStep({ low: "99.6", high: "102" })], T2))).toEqual([]);
    expect(linesOf(broker.cancel(1, 10, T2))).toEqual([
      "orderStatus 10 Cancelled 0/100",
      "error 10 202",
      "orderStatus 11 Cancelled 0/100",
      "error 11 202",
      "orderStatus 12 Cancelled 0/100",
      "error 12 202",
    ]);
  });

  it("lets its children meet the quote only, in the step that fills the entry", () => {
    const broker = aBrokerOfTwo();
    for (const order of [anOrder({ ibOrderId: 10, lmt: "99.5", transmit: false }), stop, target])
      broker.place(order, T1);
    const events = linesOf(broker.step([aStep({ low: "98.5", high: "102" })], T2));
    expect(events.filter((line) => line.startsWith("execution"))).toEqual(["execution 10 BUY 100 @ 99.5"]);
    expect(linesOf(broker.step([aStep({ high: "101" })], atStep(3)))).toContain("execution 12 SELL 100 @ 101");
  });

  it("knows no parent that is gone", () => {
    const broker = placed();
    expect(linesOf(broker.place({ ...stop, ibOrderId: 20 }, T1))).toEqual(["error 20 135"]);
    const modified = anOrder({ ibOrderId: 12, side: "SELL", lmt: "100.5", timeInForce: "GTC" });
    expect(linesOf(broker.place(modified, T1))).toEqual(["openOrder 12 Submitted", "orderStatus 12 Submitted 0/100"]);
    expect(linesOf(broker.place(target, T1))).toEqual(["error 12 135"]);
  });

  it("cancels the other orders of an OCA group", () => {
    const broker = aBrokerOfTwo();
    broker.place(anOrder({ lmt: "99", ocaGroup: "g" }), T1);
    broker.place(anOrder({ ibOrderId: 2, lmt: "98", ocaGroup: "g" }), T1);
    expect(linesOf(broker.step([aStep({ low: "97" })], T2)).filter((line) => line.startsWith("execution"))).toEqual([
      "execution 1 BUY 100 @ 99",
    ]);
    expect(broker.completedOrders().map(({ ibOrderId, status }) => [ibOrderId, status])).toEqual([
      [1, "Filled"],
      [2, "Cancelled"],
    ]);
  });
});
