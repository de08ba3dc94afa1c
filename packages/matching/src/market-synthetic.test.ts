import { sessionOf } from "@bowline/calendar";
import { us } from "@bowline/kernel";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeSyntheticMarket, type Market } from "./index.ts";

const someSteps = (market: Market) => [0, 1, 700, 4679].map((step) => market.step(0, step));

describe("synthetic market", () => {
  it("is the same for the same seed and another for another", () => {
    const options = { seed: 7, sessions: 1 };
    expect(someSteps(makeSyntheticMarket(options))).toEqual(someSteps(makeSyntheticMarket(options)));
    expect(someSteps(makeSyntheticMarket({ ...options, seed: 8 }))).not.toEqual(
      someSteps(makeSyntheticMarket(options)),
    );
  });

  it("plays any step without the ones before it", () => {
    const straight = makeSyntheticMarket({ seed: 1, sessions: 2 });
    for (let step = 0; step < 4680; step += 97) straight.step(0, step);
    expect(makeSyntheticMarket({ seed: 1, sessions: 2 }).step(1, 33)).toEqual(straight.step(1, 33));
  });

  it("changes nothing about a symbol when another joins its group", () => {
    const one = makeSyntheticMarket({ seed: 1, sessions: 1, groups: { tech: ["MSFT"] } });
    const two = makeSyntheticMarket({ seed: 1, sessions: 1, groups: { tech: ["MSFT", "AAPL"] } });
    expect(two.step(0, 50)[1]).toEqual(one.step(0, 50)[0]);
  });

  it("has eight symbols in three groups, sessions on consecutive trading days, and a day of warm-up", () => {
    const market = makeSyntheticMarket({ seed: 1, sessions: 3, minutes: 20 });
    expect(market.symbols).toEqual(["AAPL", "BAC", "CVX", "GS", "JPM", "MSFT", "NVDA", "XOM"]);
    expect(market.sessions().map(({ date, steps }) => [date, steps])).toEqual([
      ["2024-03-04", 240],
      ["2024-03-05", 240],
      ["2024-03-06", 240],
    ]);
    const open = sessionOf("2024-03-04")!.openUs;
    const history = market.history("GS", open, 60);
    expect(history).toHaveLength(60);
    expect(history.at(-1)?.closeUs).toBe(sessionOf("2024-03-01")?.closeUs);
  });

  it("gives as history the minutes that its steps make", () => {
    const market = makeSyntheticMarket({ seed: 3, sessions: 1 });
    const { openUs } = market.sessions()[0]!;
    const steps = Array.from({ length: 12 }, (_, step) => market.step(0, step)[2]!);
    const traded = steps.filter(({ volume }) => volume > 0);
    expect(market.history("CVX", us(openUs + 60_000_000), 1)).toEqual([
      {
        closeUs: openUs + 60_000_000,
        openPx: traded[0]?.openPx,
        highPx: Math.max(...traded.map(({ highPx }) => highPx)),
        lowPx: Math.min(...traded.map(({ lowPx }) => lowPx)),
        closePx: traded.at(-1)?.closePx,
        volume: traded.reduce((sum, { volume }) => sum + volume, 0),
      },
    ]);
  });

  it("quotes bid below ask, in whole cents, with bars that hold their prices", () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.nat(4679), (seed, step) => {
        for (const one of makeSyntheticMarket({ seed, sessions: 1, groups: { a: ["AAA"] } }).step(0, step)) {
          expect(one.bidPx).toBeLessThan(one.askPx);
          for (const price of [one.bidPx, one.askPx, one.openPx, one.highPx, one.lowPx, one.closePx])
            expect(price % 10_000).toBe(0);
          expect(one.highPx).toBeGreaterThanOrEqual(Math.max(one.openPx, one.closePx));
          expect(one.lowPx).toBeLessThanOrEqual(Math.min(one.openPx, one.closePx));
          expect(one.volume > 0 || one.highPx === one.lowPx).toBe(true);
        }
      }),
      { numRuns: 30 },
    );
  });

  it("trades more at the open than at noon", () => {
    const market = makeSyntheticMarket({ seed: 5, sessions: 1 });
    const volume = (from: number) =>
      Array.from({ length: 240 }, (_, k) => market.step(0, from + k).reduce((sum, one) => sum + one.volume, 0)).reduce(
        (a, b) => a + b,
      );
    expect(volume(0)).toBeGreaterThan(2 * volume(2220));
  });
});
