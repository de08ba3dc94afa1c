import { US_PER_SECOND, us } from "@bowline/kernel";
import { describe, expect, it } from "vitest";
import { makeBroker, type OrderRequest, type SymbolStep } from "./index.ts";
import { anOpenBroker, anOrder, aStep, atStep, fillsOf, linesOf, pxOf } from "./test-support.ts";

const T = atStep(1);
const [T2, T3, T4] = [atStep(2), atStep(3), atStep(4)];
const outside = (wish: Parameters<typeof aStep>[0] = {}): SymbolStep => ({
  ...aStep(wish),
  state: { halted: 0, hours: "POST" },
});
const HELD = ["openOrder 1 PreSubmitted", "orderStatus 1 PreSubmitted 0/100"];
const SUBMITTED = ["openOrder 1 Submitted", "orderStatus 1 Submitted 0/100"];

describe("good after a time", () => {
  it("holds the order until then, and it meets the market as it is then", () => {
    const broker = anOpenBroker();
    expect(linesOf(broker.place(anOrder({ lmt: "99.5", goodAfterUs: T3 }), T))).toEqual(HELD);
    expect(linesOf(broker.step([aStep({ low: "99" })], T2))).toEqual([]);
    // What the step traded before does not count.
    expect(linesOf(broker.step([aStep({ low: "99" })], T3))).toEqual(SUBMITTED);
    expect(fillsOf(broker.step([aStep({ low: "99" })], T4))).toEqual(["1 BUY 100 @ 99.5"]);
  });
});

describe("good till a time", () => {
  const request = anOrder({ lmt: "99", timeInForce: "GTD", goodTillUs: T3 });

  it("ends the order then, also over the end of a session, its children with it", () => {
    const broker = anOpenBroker();
    broker.place({ ...request, transmit: false }, T);
    broker.place(anOrder({ ibOrderId: 2, side: "SELL", stop: "98", parentIbOrderId: 1 }), T);
    expect(broker.step([aStep()], T2)).toEqual([]);
    expect(linesOf(broker.step([aStep({ low: "98.9" })], T3))).toEqual([
      "error 1 202",
      "orderStatus 1 Cancelled 0/100",
      "orderStatus 2 Cancelled 0/100",
      "error 2 202",
    ]);
    const overnight = anOpenBroker();
    overnight.place(request, T);
    overnight.endOfSession(T2);
    expect(overnight.openOrders()).toHaveLength(1);
    overnight.step([aStep({ low: "98.9" })], T3);
    expect(overnight.completedOrders()).toMatchObject([{ completedReason: "Good till date passed" }]);
  });

  it("ends an order whose symbol does not trade", () => {
    const broker = makeBroker({ symbols: ["AIG", "IBM"] });
    broker.step([aStep(), aStep({ symbol: "AIG" })], T);
    broker.place(request, T);
    expect(linesOf(broker.step([aStep({ symbol: "AIG" })], T3))).toContain("error 1 202");
  });

  it("is incomplete without the time", () => {
    expect(linesOf(anOpenBroker().place({ ...request, goodTillUs: undefined }, T))).toEqual(["error 1 107"]);
  });
});

describe("an order outside regular hours", () => {
  it("waits with 399, told after it or before it, and is submitted by the open", () => {
    const place = (hoursWarning: "AFTER_STATUS" | "BEFORE_ORDER", wording: "CLASSIC" | "RECENT" = "CLASSIC") => {
      const broker = anOpenBroker({ behaviour: { hoursWarning, wording } });
      broker.endOfSession(T);
      return { broker, events: broker.place(anOrder({ lmt: "99" }), T) };
    };
    const { broker, events } = place("AFTER_STATUS");
    expect(linesOf(events)).toEqual([...HELD, "error 1 399"]);
    expect(events[2]).toMatchObject({
      message:
        "Order Message:\nBUY 100 IBM NASDAQ.NMS\nWarning: your order will not be placed at the exchange until 2024-03-05 09:30:00 US/Eastern",
    });
    const recent = place("BEFORE_ORDER", "RECENT").events;
    expect(linesOf(recent)).toEqual(["error 1 399", ...HELD]);
    expect(recent[0]).toMatchObject({
      message: expect.stringMatching(/\nWarning: Your order .* until 2024-03-05 09:30:00 US\/Eastern\.$/) as string,
    });
    expect(linesOf(broker.step([aStep()], T2))).toEqual(SUBMITTED);
  });

  it("pays what the market asks, not its limit, where it finds it open", () => {
    const broker = makeBroker({ symbols: ["IBM"] });
    broker.place(anOrder({ lmt: "105" }), T);
    broker.place(anOrder({ ibOrderId: 2, stop: "99" }), T);
    expect(fillsOf(broker.step([aStep()], T2))).toEqual(["2 BUY 100 @ 100.01", "1 BUY 100 @ 100.01"]);
  });

  it("works there where it asks for that and can", () => {
    const broker = anOpenBroker();
    const limit = anOrder({ lmt: "99", timeInForce: "GTC" });
    broker.place(limit, T);
    broker.place({ ...limit, ibOrderId: 2, outsideRth: true }, T);
    expect(linesOf(broker.step([outside()], T2))).toEqual(HELD);
    expect(fillsOf(broker.step([outside({ low: "98.5" })], T3))).toEqual(["2 BUY 100 @ 99"]);
    expect(fillsOf(broker.step([aStep({ low: "98.5" })], T4))).toEqual(["1 BUY 100 @ 99"]);
  });

  it("ends at the close where it is for the day and cannot work after it", () => {
    const broker = anOpenBroker();
    broker.place(anOrder({ lmt: "99" }), T);
    broker.place(anOrder({ ibOrderId: 2, lmt: "99", outsideRth: true }), T);
    expect(linesOf(broker.step([outside()], T2))).toEqual(["error 1 202", "orderStatus 1 Cancelled 0/100"]);
    expect(linesOf(broker.endOfSession(T3)).slice(0, 2)).toEqual(["error 2 202", "orderStatus 2 Cancelled 0/100"]);
  });

  it("hears 2109 where its type does not do that", () => {
    const broker = anOpenBroker();
    const events = broker.place(anOrder({ outsideRth: true }), T);
    expect(events[0]).toMatchObject({
      code: 2109,
      message:
        "Order Event Warning:Attribute 'Outside Regular Trading Hours' is ignored based on the order type and destination. PlaceOrder is now being processed.",
    });
    expect(fillsOf(events)).toHaveLength(1);
    expect(linesOf(broker.place(anOrder({ ibOrderId: 2, lmt: "99", outsideRth: true }), T))).not.toContain(
      "error 2 2109",
    );
  });
});

describe("a halt", () => {
  const halted = aStep({ low: "90", high: "110" });
  const stopped: SymbolStep = { ...halted, halted: true };

  it("lets orders rest, whatever they are, and lets them go on afterwards", () => {
    const broker = anOpenBroker();
    broker.place(anOrder({ lmt: "99" }), T);
    broker.place(anOrder({ ibOrderId: 2, stop: "101" }), T);
    expect(linesOf(broker.step([stopped], T2))).toEqual([]);
    expect(linesOf(broker.place(anOrder({ ibOrderId: 3 }), T2))).toEqual([
      "openOrder 3 PreSubmitted",
      "orderStatus 3 PreSubmitted 0/100",
    ]);
    expect(linesOf(broker.cancel(1, 1, T2))).toEqual(["orderStatus 1 Cancelled 0/100", "error 1 202"]);
    expect(fillsOf(broker.step([aStep({ high: "101" })], T3))).toEqual(["2 BUY 100 @ 101", "3 BUY 100 @ 100.01"]);
  });

  it("ends what would not wait", () => {
    const broker = anOpenBroker();
    broker.step([stopped], T2);
    expect(linesOf(broker.place(anOrder({ lmt: "101", timeInForce: "IOC" }), T2))).toContain("error 1 202");
  });
});

describe("a short sale of what is hard to borrow", () => {
  const short = (more: Partial<OrderRequest> = {}): OrderRequest => anOrder({ side: "SELL", ...more });
  const hard = { instruments: () => ({ borrow: "HARD" as const }), behaviour: { locateSeconds: 10 } };

  it("is held with 404 until shares are located", () => {
    const broker = anOpenBroker(hard);
    expect(linesOf(broker.place(short(), T))).toEqual([...HELD, "error 1 404"]);
    expect(broker.openOrders()[0]?.whyHeld).toBe("locate");
    expect(fillsOf(broker.step([aStep()], T2))).toEqual([]);
    expect(fillsOf(broker.step([aStep()], us(T + 10 * US_PER_SECOND)))).toEqual(["1 SELL 100 @ 99.99"]);
  });

  it("is no such thing where the shares are held, come from elsewhere, or it buys", () => {
    const broker = anOpenBroker(hard);
    broker.place(anOrder(), T);
    expect(fillsOf(broker.place(short({ ibOrderId: 2 }), T))).toHaveLength(1);
    expect(fillsOf(broker.place(short({ ibOrderId: 3, shortSaleSlot: 2 }), T))).toHaveLength(1);
  });

  it("is rejected where there are none", () => {
    const broker = anOpenBroker({ instruments: (symbol) => ({ borrow: symbol === "IBM" ? "NONE" : "EASY" }) });
    expect(linesOf(broker.place(short(), T))).toEqual(["error 1 201", "orderStatus 1 Inactive 0/100"]);
    expect(fillsOf(broker.place(short({ ibOrderId: 2, shortSaleSlot: 2 }), T))).toHaveLength(1);
  });
});

describe("discretion", () => {
  it("takes the other side a little beyond the limit", () => {
    const broker = anOpenBroker();
    expect(fillsOf(broker.place(anOrder({ lmt: "99.95", discretionaryAmount: pxOf("0.05") }), T))).toEqual([]);
    expect(fillsOf(broker.step([aStep({ bid: "99.97", ask: "100", last: "100" })], T2))).toEqual(["1 BUY 100 @ 100"]);
    const sell = anOrder({ ibOrderId: 2, side: "SELL", lmt: "100.03", discretionaryAmount: pxOf("0.06") });
    expect(fillsOf(broker.place(sell, T2))).toEqual(["2 SELL 100 @ 99.97"]);
  });
});
