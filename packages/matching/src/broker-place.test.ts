import { micros, money, shares } from "@bowline/kernel";
import { describe, expect, it } from "vitest";
import { anOpenBroker, anOrder, aStep, atStep, fillsOf, linesOf, pxOf } from "./test-support.ts";

const T = atStep(1);
const T2 = atStep(2);
const cash = money(micros("100000"));

describe("a what-if order", () => {
  it("is answered with its margins, and is nowhere but its id is used", () => {
    const broker = anOpenBroker({ cash });
    const [told, ...more] = broker.place(anOrder({ shares: 1000, lmt: "100", whatIf: true }), T);
    expect(more).toEqual([]);
    expect(told).toMatchObject({
      type: "openOrder",
      order: {
        status: "PreSubmitted",
        whatIfMargins: {
          initMarginBefore: 0,
          equityBefore: cash,
          initMarginAfter: 25_000_000_000,
          maintMarginAfter: 25_000_000_000,
          equityAfter: cash - 5_000_000,
          commission: 5_000_000,
        },
      },
    });
    expect([broker.openOrders(), broker.completedOrders(), broker.nextIbOrderId(1)]).toEqual([[], [], 2]);
    expect(linesOf(broker.place(anOrder({ ibOrderId: 2, lmt: "100.001", whatIf: true }), T))).toEqual(["error 2 110"]);
  });
});

describe("a what-if with the id of a working order", () => {
  it("tells what the change would be, and changes nothing", () => {
    const broker = anOpenBroker({ cash });
    broker.place(anOrder({ lmt: "99" }), T);
    const [told, ...more] = broker.place(anOrder({ lmt: "98", shares: 200, whatIf: true }), T);
    expect(told).toMatchObject({ order: { lmtPx: pxOf("98"), whatIfMargins: { initMarginAfter: 4_900_000_000 } } });
    expect(more).toEqual([]);
    expect(broker.openOrders()).toMatchObject([{ lmtPx: pxOf("99"), orderQty: shares(100) }]);
    expect(linesOf(broker.place(anOrder({ lmt: "98", shares: 0, whatIf: true }), T))).toEqual(["error 1 434"]);
  });
});

describe("an inactive order", () => {
  const tooBig = anOrder({ shares: 5000, lmt: "99" });

  it("comes back under its permId with a modify that fits", () => {
    const broker = anOpenBroker({ cash });
    broker.place(tooBig, T);
    const { permId } = broker.completedOrders()[0]!;
    expect(linesOf(broker.place(tooBig, T))).toEqual(["error 1 201", "orderStatus 1 Inactive 0/5000"]);
    expect(linesOf(broker.place(anOrder({ lmt: "99" }), T))).toEqual([
      "openOrder 1 Submitted",
      "orderStatus 1 Submitted 0/100",
    ]);
    expect(broker.openOrders()).toMatchObject([{ permId }]);
    expect(broker.completedOrders()).toEqual([]);
  });

  it("stays where that is switched off", () => {
    const broker = anOpenBroker({ cash, behaviour: { inactiveRevival: false } });
    broker.place(tooBig, T);
    expect(linesOf(broker.place(anOrder({ lmt: "99" }), T))).toEqual(["error 1 103"]);
  });
});

describe("working orders of one side", () => {
  it("are no more than so many in a contract", () => {
    const broker = anOpenBroker({ behaviour: { maxOrdersPerSide: 3 } });
    const place = (ibOrderId: number, side: "BUY" | "SELL") =>
      linesOf(broker.place(anOrder({ ibOrderId, side, lmt: side === "BUY" ? "99" : "101" }), T)).at(-1);
    expect([1, 2, 3].map((id) => place(id, "BUY"))).not.toContain("orderStatus 3 Inactive 0/100");
    expect(place(4, "BUY")).toBe("orderStatus 4 Inactive 0/100");
    expect(place(5, "SELL")).toBe("orderStatus 5 Submitted 0/100");
    broker.cancel(1, 2, T);
    expect(place(6, "BUY")).toBe("orderStatus 6 Submitted 0/100");
  });
});

describe("a modify", () => {
  it("changes what an order asks for, not what it is", () => {
    const broker = anOpenBroker();
    broker.place(anOrder({ lmt: "99", orderRef: "mine", account: "DU1" }), T);
    const changed = anOrder({ lmt: "98", shares: 50, timeInForce: "GTC", account: "DU1", hidden: true });
    broker.place({ ...changed, orderRef: "other" }, T);
    expect(broker.openOrders()).toMatchObject([
      { orderRef: "mine", lmtPx: pxOf("98"), orderQty: shares(50), timeInForce: "GTC", hidden: true, account: "DU1" },
    ]);
    expect(linesOf(broker.place({ ...changed, account: "DU2" }, T))).toEqual(["error 1 105"]);
    expect(linesOf(broker.place(anOrder({ stop: "101" }), T))).toEqual(["error 1 105"]);
  });

  it("that the account does not carry leaves the order as it was, unless that is switched off", () => {
    const modify = (modifyMarginCheck: boolean) => {
      const broker = anOpenBroker({ cash, behaviour: { modifyMarginCheck } });
      broker.place(anOrder({ lmt: "99" }), T);
      return [linesOf(broker.place(anOrder({ lmt: "99", shares: 5000 }), T))[0], broker.openOrders()[0]?.orderQty];
    };
    expect(modify(true)).toEqual(["error 1 201", shares(100)]);
    expect(modify(false)).toEqual(["openOrder 1 Submitted", shares(5000)]);
  });

  it("of a staged order transmits it, or leaves it staged", () => {
    const broker = anOpenBroker({ behaviour: { stagedOrders: "TOLD" } });
    const staged = ["openOrder 1 PendingSubmit", "orderStatus 1 PendingSubmit 0/100"];
    expect(linesOf(broker.place(anOrder({ lmt: "99", transmit: false }), T))).toEqual(staged);
    expect(linesOf(broker.place(anOrder({ lmt: "98", transmit: false }), T))).toEqual(staged);
    expect(linesOf(broker.place(anOrder({ lmt: "98" }), T))).toEqual([
      "openOrder 1 Submitted",
      "orderStatus 1 Submitted 0/100",
    ]);
  });

  it("of a stop that was triggered leaves it triggered", () => {
    const broker = anOpenBroker({ partialFills: true });
    broker.place(anOrder({ stop: "101", shares: 600 }), T);
    broker.step([aStep({ high: "101" })], T2);
    expect(fillsOf(broker.place(anOrder({ stop: "105", shares: 550 }), T2))).toEqual([]);
    expect(fillsOf(broker.step([aStep()], atStep(3)))).toEqual(["1 BUY 50 @ 100.01"]);
  });
});

describe("what is carried and told again", () => {
  it("keeps scale, algo and their parameters", () => {
    const broker = anOpenBroker();
    const scale = { initLevelQty: shares(10), priceIncrementPx: pxOf("0.1") };
    broker.place(anOrder({ lmt: "99", scale, algo: { strategy: "ArrivalPx", params: [["maxPctVol", "0.1"]] } }), T);
    expect(broker.openOrders()).toMatchObject([{ scale, algo: { params: [["maxPctVol", "0.1"]] } }]);
  });
});
