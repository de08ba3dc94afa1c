import { makePrng, shares } from "@bowline/kernel";
import { describe, expect, it } from "vitest";
import { makeFillTerms } from "./fill-terms.ts";
import { type FillTerms, makeBroker } from "./index.ts";
import { aheadOnArrival, queueInStep } from "./queue.ts";
import { slippedPx } from "./slippage.ts";
import { anOpenBroker, anOrder, aStep, atStep, fillsOf, pxOf } from "./test-support.ts";
import { US_STOCK_BANDS } from "./price-increment.ts";

const T = atStep(1);
const [T2, T3, T4] = [atStep(2), atStep(3), atStep(4)];
const aBroker = (fills: Partial<FillTerms>) => anOpenBroker({ fills });

describe("fills against one source", () => {
  const byTrade = aStep({ low: "99" });
  const byQuote = aStep({ bid: "98.9", ask: "99" });
  it.each([
    ["QUOTES_AND_TRADES" as const, 1, 1],
    ["QUOTES" as const, 0, 1],
    ["TRADES" as const, 1, 0],
    ["BARS" as const, 1, 0],
  ])("%s: a limit is reached by a trade %i, by the quote %i times", (against, trades, quotes) => {
    const fills = [byTrade, byQuote].map((step) => {
      const broker = aBroker({ against });
      broker.place(anOrder({ lmt: "99" }), T);
      return fillsOf(broker.step([step], T2)).length;
    });
    expect(fills).toEqual([trades, quotes]);
  });

  it.each([
    ["QUOTES" as const, ["1 BUY 100 @ 100.01"], []],
    ["TRADES" as const, ["1 BUY 100 @ 100"], []],
    ["BARS" as const, [], ["1 BUY 100 @ 100.3"]],
  ])("%s: a market order fills at its price", (against, onArrival, inStep) => {
    const broker = aBroker({ against });
    expect(fillsOf(broker.place(anOrder(), T))).toEqual(onArrival);
    expect(fillsOf(broker.step([{ ...aStep(), openPx: pxOf("100.3") }], T2))).toEqual(inStep);
  });

  it("fills a limit at a bar's open where that is better, and nothing in a bar without trades", () => {
    const broker = aBroker({ against: "BARS" });
    broker.place(anOrder({ lmt: "99" }), T);
    expect(fillsOf(broker.step([aStep({ last: "98", shares: 0 })], T2))).toEqual([]);
    expect(fillsOf(broker.step([aStep({ last: "98.5" })], T3))).toEqual(["1 BUY 100 @ 98.5"]);
  });

  it("lets a held market order wait for a trade where only trades fill", () => {
    const broker = makeBroker({ symbols: ["IBM"], fills: { against: "TRADES" } });
    broker.place(anOrder({ timeInForce: "GTC" }), T);
    broker.step([aStep({ shares: 0 })], T2);
    expect(broker.executions().map(({ lastPx }) => lastPx)).toEqual([pxOf("100")]);
  });

  it("fills a resting limit at the open of the session's first trade where that is switched on", () => {
    const filledAt = (openingFills: "LIMIT" | "OPEN") => {
      const broker = anOpenBroker({ behaviour: { openingFills } });
      broker.place(anOrder({ lmt: "99", timeInForce: "GTC" }), T);
      broker.endOfSession(T);
      return fillsOf(broker.step([aStep({ last: "98", ask: "98.02", bid: "97.98" })], T2));
    };
    expect(filledAt("LIMIT")).toEqual(["1 BUY 100 @ 99"]);
    expect(filledAt("OPEN")).toEqual(["1 BUY 100 @ 98"]);
  });
});

describe("the queue at a price", () => {
  const broker = () => aBroker({ queue: "VOLUME_AHEAD" });
  const touch = (size: number) => aStep({ low: "99.99", shares: size });

  it("must trade before a limit that joins it, in parts where the volume ends inside the order", () => {
    const queue = broker();
    queue.place(anOrder({ lmt: "99.99" }), T); // 500 are shown there
    expect(fillsOf(queue.step([touch(300)], T2))).toEqual([]);
    expect(fillsOf(queue.step([touch(250)], T3))).toEqual(["1 BUY 50 @ 99.99"]);
    expect(fillsOf(queue.step([touch(30)], T4))).toEqual(["1 BUY 30 @ 99.99"]);
  });

  it("is done where trades or the quote go through the price", () => {
    const queue = broker();
    queue.place(anOrder({ lmt: "99.99" }), T);
    expect(fillsOf(queue.step([aStep({ low: "99.98", shares: 1 })], T2))).toEqual(["1 BUY 100 @ 99.99"]);
  });

  it("is empty for who improves the quote", () => {
    const queue = broker();
    queue.place(anOrder({ lmt: "100" }), T);
    expect(fillsOf(queue.step([aStep({ low: "100", last: "100.01", shares: 100 })], T2))).toEqual(["1 BUY 100 @ 100"]);
  });

  it("begins anew for who asks for another price or more, not for who asks for less", () => {
    const filled = [anOrder({ lmt: "99.99", shares: 50 }), anOrder({ lmt: "99.99", shares: 120 })].map((changed) => {
      const queue = broker();
      queue.place(anOrder({ lmt: "99.99" }), T);
      queue.step([touch(500)], T2);
      queue.place(changed, T2);
      return fillsOf(queue.step([touch(20)], T3));
    });
    expect(filled).toEqual([["1 BUY 20 @ 99.99"], []]);
  });

  it("lets an iceberg fill by its tips, and what is hidden last", () => {
    const queue = broker();
    queue.place(anOrder({ lmt: "100", displayQty: shares(20) }), T);
    expect(fillsOf(queue.step([aStep({ low: "100", last: "100.01" })], T2))).toEqual(["1 BUY 20 @ 100"]);
    const dark = broker();
    dark.place(anOrder({ lmt: "99.99", hidden: true }), T);
    const fills = [400, 400, 400].map((size, index) => fillsOf(dark.step([touch(size)], atStep(index + 2))));
    expect(fills).toEqual([[], [], []]);
    expect(fillsOf(dark.step([touch(550)], atStep(9)))).toEqual(["1 BUY 50 @ 99.99"]);
  });

  it("is not known behind the best price until the quote shows it", () => {
    const sell = { side: "SELL" as const, lmtPx: pxOf("101") };
    expect(aheadOnArrival(sell, aStep())).toBeUndefined();
    expect(aheadOnArrival(sell, aStep({ ask: "101", size: 70 }))).toBe(shares(70));
    const first = queueInStep({ ...sell, aheadQty: undefined, hidden: false }, aStep({ high: "101", shares: 600 }));
    expect(first).toEqual({ reachable: shares(100), aheadQty: shares(0) });
  });
});

describe("the displayed size", () => {
  it("is shared by all who take it between two steps", () => {
    const broker = aBroker({ displayedSize: true });
    expect(fillsOf(broker.place(anOrder({ shares: 400 }), T))).toEqual(["1 BUY 400 @ 100.01"]);
    expect(fillsOf(broker.place(anOrder({ ibOrderId: 2, shares: 400 }), T))).toEqual(["2 BUY 100 @ 100.01"]);
    expect(fillsOf(broker.place(anOrder({ ibOrderId: 3, shares: 50 }), T))).toEqual([]);
    expect(fillsOf(broker.step([aStep()], T2))).toEqual(["2 BUY 300 @ 100.01", "3 BUY 50 @ 100.01"]);
  });

  it("fills all or none, a first minimum, or kills", () => {
    const broker = aBroker({ displayedSize: true });
    expect(fillsOf(broker.place(anOrder({ shares: 600, allOrNone: true }), T))).toEqual([]);
    expect(fillsOf(broker.place(anOrder({ ibOrderId: 2, shares: 900, minQty: shares(501) }), T))).toEqual([]);
    broker.place(anOrder({ ibOrderId: 3, shares: 600, timeInForce: "FOK" }), T);
    expect(broker.completedOrders()).toMatchObject([
      { ibOrderId: 3, status: "Cancelled", completedReason: "Fill or kill" },
    ]);
    expect(fillsOf(broker.step([aStep({ size: 600 })], T2))).toEqual(["1 BUY 600 @ 100.01"]);
    expect(fillsOf(broker.step([aStep({ size: 600 })], T3))).toEqual(["2 BUY 600 @ 100.01"]);
    expect(fillsOf(broker.step([aStep({ size: 100 })], T4))).toEqual(["2 BUY 100 @ 100.01"]);
    expect(fillsOf(broker.place(anOrder({ ibOrderId: 4, shares: 300, timeInForce: "FOK", side: "SELL" }), T4))).toEqual(
      [],
    );
    expect(fillsOf(broker.place(anOrder({ ibOrderId: 5, timeInForce: "FOK", side: "SELL" }), T4))).toHaveLength(1);
  });

  it("cancels what an immediate order leaves", () => {
    const broker = aBroker({ displayedSize: true });
    expect(fillsOf(broker.place(anOrder({ shares: 600, timeInForce: "IOC" }), T))).toEqual(["1 BUY 500 @ 100.01"]);
    expect(broker.completedOrders()).toMatchObject([
      { status: "Cancelled", cumQty: shares(500), leavesQty: shares(100) },
    ]);
  });
});

describe("slippage and impact", () => {
  it("make market orders worse by ticks, never a limit beyond its limit", () => {
    const broker = aBroker({ slippage: { type: "TICKS", ticks: 3 } });
    expect(fillsOf(broker.place(anOrder(), T))).toEqual(["1 BUY 100 @ 100.04"]);
    expect(fillsOf(broker.place(anOrder({ ibOrderId: 2, side: "SELL" }), T))).toEqual(["2 SELL 100 @ 99.96"]);
    expect(fillsOf(broker.place(anOrder({ ibOrderId: 3, lmt: "100.02" }), T))).toEqual(["3 BUY 100 @ 100.02"]);
  });

  it("draw the same ticks from the same seed, also over a snapshot, all of them at some time", () => {
    const run = (seed: string, rebuilds: boolean) => {
      const fills = { seed, slippage: { type: "RANDOM_TICKS" as const, maxTicks: 2 } };
      let broker = aBroker(fills);
      return Array.from({ length: 30 }, (_, index) => {
        if (rebuilds) {
          const snapshot = JSON.parse(JSON.stringify(broker.snapshot())) as never;
          broker = makeBroker({ symbols: ["IBM"], fills });
          broker.restore(snapshot);
        }
        const side = index % 2 === 0 ? "BUY" : "SELL";
        return fillsOf(broker.place(anOrder({ ibOrderId: index + 1, side }), T))[0];
      });
    };
    const told = run("a", false);
    expect(run("a", true)).toEqual(told);
    expect(run("b", false)).not.toEqual(told);
    expect(new Set(told.filter((line) => line?.includes("BUY")).map((line) => line?.split("@ ")[1]))).toEqual(
      new Set(["100.01", "100.02", "100.03"]),
    );
  });

  it("grow with the square root of the part of the volume", () => {
    const impact = { type: "SQUARE_ROOT" as const, coefficientMicros: 10_000 };
    const terms = makeFillTerms({ impact });
    const dealt = (quantity: number, volume: number) =>
      slippedPx(
        pxOf("100"),
        {
          side: "BUY",
          lmtPx: undefined,
          quantity: shares(quantity),
          step: aStep({ shares: volume }),
          bands: US_STOCK_BANDS,
        },
        terms,
        makePrng("x"),
      );
    // 1 % of 100 times the root of a quarter, of one, of a hundredth
    expect([dealt(250, 1000), dealt(1000, 1000), dealt(10, 1000)].map((one) => one / 1e6)).toEqual([100.5, 101, 100.1]);
    expect(dealt(4, 0)).toBe(pxOf("102"));
  });
});
