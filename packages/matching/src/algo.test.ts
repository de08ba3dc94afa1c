import { MICROS, shares, us, US_PER_SECOND } from "@bowline/kernel";
import { describe, expect, it } from "vitest";
import { isPatient, releasedQty } from "./algo.ts";
import { anOpenBroker, anOrder, aStep, atStep, fillsOf } from "./test-support.ts";

const T = atStep(1);
const order = { orderQty: shares(1000), placedUs: T };
const algo = (strategy: string, ...params: [string, string][]) => ({ strategy, params });
const later = (seconds: number) => us(T + seconds * US_PER_SECOND);
const view = { nowUs: T, volume: shares(0), sessionCloseUs: undefined };

describe("what an algo has let out", () => {
  it("is a part by time for Twap, in whole shares", () => {
    const twap = { ...algo("Twap"), startUs: later(10), endUs: later(40) };
    const released = [0, 10, 20, 39, 40, 99].map((seconds) =>
      releasedQty(order, twap, { ...view, nowUs: later(seconds) }),
    );
    expect(released.map((one) => one / MICROS)).toEqual([0, 0, 333, 966, 1000, 1000]);
  });

  it("ends with the session, or after an hour, where it names no end", () => {
    const half = releasedQty(order, algo("Twap"), { ...view, nowUs: later(60), sessionCloseUs: later(120) });
    const hour = releasedQty(order, algo("Twap"), { ...view, nowUs: later(1800) });
    expect([half, hour]).toEqual([shares(500), shares(500)]);
    expect(releasedQty(order, { ...algo("Twap"), startUs: later(9), endUs: later(9) }, view)).toBe(shares(1000));
  });

  it("is a part of the volume for Vwap: what it says, else a tenth", () => {
    const volume = shares(4001);
    expect(releasedQty(order, algo("Vwap"), { ...view, volume })).toBe(shares(400));
    expect(releasedQty(order, algo("vwap", ["maxPctVol", "0.2"]), { ...view, volume })).toBe(shares(800));
    expect(releasedQty(order, algo("Vwap", ["maxPctVol", "0.9"]), { ...view, volume })).toBe(shares(1000));
  });

  it("is all of it for what is not worked", () => {
    expect(releasedQty(order, algo("DarkIce"), view)).toBe(shares(1000));
  });

  it("waits at the mid-point as long as the priority says", () => {
    const patience = (["Urgent", "Normal", "Patient"] as const).map((priority) =>
      [4, 29, 119, 120].map((seconds) =>
        isPatient(order, algo("Adaptive", ["adaptivePriority", priority]), later(seconds), 30),
      ),
    );
    expect(patience).toEqual([
      [true, false, false, false],
      [true, true, false, false],
      [true, true, true, false],
    ]);
    expect(isPatient(order, algo("Twap"), T, 30)).toBe(false);
  });
});

describe("an order with an algo", () => {
  it("is filled in slices over time", () => {
    const broker = anOpenBroker();
    const end = atStep(5);
    broker.place(anOrder({ algo: { ...algo("Twap"), endUs: end } }), T);
    const fills = [2, 3, 4, 5].map((index) => fillsOf(broker.step([aStep()], atStep(index))));
    expect(fills.flat()).toEqual(Array.from({ length: 4 }, () => "1 BUY 25 @ 100.01"));
  });

  it("is filled by its share of the volume since it came", () => {
    const broker = anOpenBroker();
    broker.place(anOrder({ shares: 300, algo: algo("Vwap") }), T);
    const fills = [2, 3, 4].map((index) => fillsOf(broker.step([aStep({ shares: 1200 })], atStep(index))));
    expect(fills.flat()).toEqual(["1 BUY 120 @ 100.01", "1 BUY 120 @ 100.01", "1 BUY 60 @ 100.01"]);
  });

  it("goes on with its share of the volume in the next session", () => {
    const broker = anOpenBroker();
    const vwap = anOrder({ shares: 300, timeInForce: "GTC", algo: algo("Vwap") });
    broker.place(vwap, T);
    expect(fillsOf(broker.step([aStep({ shares: 1200 })], atStep(2)))).toEqual(["1 BUY 120 @ 100.01"]);
    broker.endOfSession(atStep(3));
    expect(fillsOf(broker.step([aStep({ shares: 1000 })], atStep(4)))).toEqual(["1 BUY 100 @ 100.01"]);
  });

  it("rests at the mid-point first where it is adaptive, then takes the quote", () => {
    const broker = anOpenBroker({ behaviour: { adaptiveSeconds: 10 } });
    expect(fillsOf(broker.place(anOrder({ algo: algo("Adaptive") }), T))).toEqual([]);
    expect(fillsOf(broker.step([aStep({ shares: 0 })], atStep(2)))).toEqual([]);
    expect(fillsOf(broker.step([aStep({ shares: 0 })], atStep(3)))).toEqual(["1 BUY 100 @ 100.01"]);
  });
});
