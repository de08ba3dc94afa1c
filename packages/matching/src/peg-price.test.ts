import { describe, expect, it } from "vitest";
import { anOpenBroker, anOrder, aStep, atStep, fillsOf, linesOf, pxOf } from "./test-support.ts";

const T = atStep(1);
const [T2, T3] = [atStep(2), atStep(3)];

describe("a relative order", () => {
  it("stands by its offset before the best price of its side, and moves with it", () => {
    const broker = anOpenBroker();
    broker.place(anOrder({ ordType: "REL", pegOffsetPx: pxOf("0.01") }), T); // 100.00
    expect(fillsOf(broker.step([aStep({ bid: "101", ask: "101.1", last: "101.05" })], T2))).toEqual([]);
    expect(fillsOf(broker.step([aStep({ bid: "101", ask: "101.1", last: "101.05", low: "101.01" })], T3))).toEqual([
      "1 BUY 100 @ 101.01",
    ]);
  });

  it("goes no further than its limit", () => {
    const broker = anOpenBroker();
    broker.place(anOrder({ ordType: "REL", side: "SELL", percentOffsetMicros: 10_000, lmt: "100" }), T);
    // One percent below 100.01 would be 99.01; the bid is 99.99.
    expect(fillsOf(broker.step([aStep({ high: "100" })], T2))).toEqual(["1 SELL 100 @ 100"]);
  });

  it("deals at once where its offset crosses the market", () => {
    const broker = anOpenBroker();
    const crossing = anOrder({ ordType: "REL", percentOffsetMicros: 10_000 });
    expect(fillsOf(broker.place(crossing, T))).toEqual(["1 BUY 100 @ 100.01"]);
  });
});

describe("a mid-price order", () => {
  it("stands in the middle, rounded to its own side, and under its limit", () => {
    const broker = anOpenBroker();
    expect(linesOf(broker.place(anOrder({ ordType: "MIDPRICE" }), T))).toEqual([
      "openOrder 1 Submitted",
      "orderStatus 1 Submitted 0/100",
    ]);
    broker.place(anOrder({ ibOrderId: 2, ordType: "MIDPRICE", side: "SELL" }), T);
    broker.place(anOrder({ ibOrderId: 3, ordType: "MIDPRICE", lmt: "99.99" }), T);
    broker.step([aStep({ bid: "99.98", ask: "100.01", last: "100.01", low: "100.01", high: "99.99" })], T2);
    const events = broker.step([aStep({ low: "99.99", high: "100", bid: "99.9", ask: "100.1" })], T3);
    expect(fillsOf(events)).toEqual(["1 BUY 100 @ 99.99", "2 SELL 100 @ 100", "3 BUY 100 @ 99.99"]);
  });
});
