import { sessionOf } from "@bowline/calendar";
import { us, US_PER_MINUTE } from "@bowline/kernel";
import { describe, expect, it } from "vitest";
import { makeBroker, type SymbolStep } from "./index.ts";
import { anOpenBroker, anOrder, aStep, atStep, fillsOf, linesOf, pxOf } from "./test-support.ts";

const T = atStep(1);
const [T2, T3] = [atStep(2), atStep(3)];
const opening: SymbolStep = { ...aStep(), openPx: pxOf("100.5") };

describe("the opening auction", () => {
  it("fills what waits for it at the open, and ends what its limit keeps out", () => {
    const broker = makeBroker({ symbols: ["IBM"] });
    expect(linesOf(broker.place(anOrder({ timeInForce: "OPG" }), T))).toEqual([
      "error 1 399",
      "openOrder 1 PreSubmitted",
      "orderStatus 1 PreSubmitted 0/100",
    ]);
    broker.place(anOrder({ ibOrderId: 2, timeInForce: "OPG", lmt: "101" }), T);
    broker.place(anOrder({ ibOrderId: 3, timeInForce: "OPG", lmt: "100.4" }), T);
    const events = broker.step([opening], T2);
    expect(fillsOf(events)).toEqual(["1 BUY 100 @ 100.5", "2 BUY 100 @ 100.5"]);
    expect(linesOf(events).slice(-3, -1)).toEqual(["orderStatus 3 Cancelled 0/100", "error 3 202"]);
    expect(broker.completedOrders()[2]).toMatchObject({ completedReason: "Not filled in the auction" });
  });

  it("is the first trade: not a quote, not a halt", () => {
    const broker = makeBroker({ symbols: ["IBM"] });
    broker.place(anOrder({ timeInForce: "OPG" }), T);
    expect(fillsOf(broker.step([{ ...opening, volume: 0 as never }], T2))).toEqual([]);
    expect(fillsOf(broker.step([opening], T3))).toEqual(["1 BUY 100 @ 100.5"]);
    const held = makeBroker({ symbols: ["IBM"] });
    held.place(anOrder({ timeInForce: "OPG" }), T);
    expect(fillsOf(held.step([{ ...opening, halted: true }], T2))).toEqual([]);
  });

  it("has passed for an order that comes later: it waits for the next one, past the end of the day", () => {
    const broker = anOpenBroker();
    expect(linesOf(broker.place(anOrder({ timeInForce: "OPG" }), T))).toContain("error 1 399");
    expect(fillsOf(broker.step([opening], T2))).toEqual([]);
    broker.endOfSession(T3);
    expect(fillsOf(broker.step([opening], atStep(4)))).toEqual(["1 BUY 100 @ 100.5"]);
  });

  it("is the one that the market tells, at the auction's price", () => {
    const broker = makeBroker({ symbols: ["IBM"] });
    broker.place(anOrder({ timeInForce: "OPG" }), T);
    expect(fillsOf(broker.step([{ ...opening, state: { halted: 0 } }], T2))).toEqual([]);
    const told = { halted: 0, auction: "OPEN", auctionPx: pxOf("100.2") } as const;
    expect(fillsOf(broker.step([{ ...opening, state: told }], T3))).toEqual(["1 BUY 100 @ 100.2"]);
  });

  it("takes market and limit orders only", () => {
    expect(linesOf(anOpenBroker().place(anOrder({ timeInForce: "OPG", stop: "101" }), T))).toEqual(["error 1 201"]);
  });
});

describe("the closing auction", () => {
  it("fills at the last price of the session what waits for it, and the rest ends with the day", () => {
    const broker = anOpenBroker();
    broker.place(anOrder({ ordType: "MOC" }), T);
    broker.place(anOrder({ ibOrderId: 2, ordType: "LOC", lmt: "99", side: "SELL" }), T);
    broker.place(anOrder({ ibOrderId: 3, ordType: "LOC", lmt: "99" }), T);
    expect(fillsOf(broker.step([aStep({ last: "100.3" })], T2))).toEqual([]);
    expect(fillsOf(broker.endOfSession(T3))).toEqual(["1 BUY 100 @ 100.3", "2 SELL 100 @ 100.3"]);
    expect(broker.completedOrders()[2]).toMatchObject({ ibOrderId: 3, status: "Cancelled" });
  });

  it("is the one that the market tells", () => {
    const broker = anOpenBroker();
    broker.place(anOrder({ ordType: "MOC" }), T);
    const told = { halted: 0, auction: "CLOSE", auctionPx: pxOf("100.1") } as const;
    expect(fillsOf(broker.step([{ ...aStep(), state: told }], T2))).toEqual(["1 BUY 100 @ 100.1"]);
  });

  it("does not happen in a halt", () => {
    const broker = anOpenBroker();
    broker.place(anOrder({ ordType: "MOC" }), T);
    broker.step([{ ...aStep(), halted: true }], T2);
    expect(linesOf(broker.endOfSession(T3)).slice(0, 2)).toEqual(["error 1 202", "orderStatus 1 Cancelled 0/100"]);
  });

  it("takes no orders after the cut-off", () => {
    const { closeUs } = sessionOf("2024-03-04") ?? { closeUs: us(0) };
    const place = (minutesBefore: number) => {
      const broker = anOpenBroker();
      return linesOf(broker.place(anOrder({ ordType: "MOC" }), us(closeUs - minutesBefore * US_PER_MINUTE)));
    };
    expect(place(11)).toEqual(["openOrder 1 PreSubmitted", "orderStatus 1 PreSubmitted 0/100"]);
    expect(place(10)).toEqual(["error 1 201", "orderStatus 1 Inactive 0/100"]);
  });
});
