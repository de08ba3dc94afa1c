import { px, shares } from "@bowline/kernel";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeSyntheticMarket } from "./index.ts";
import type { SymbolStep } from "./market.ts";
import { foldTicks, splitStep } from "./split-step.ts";
import { aStep } from "./test-support.ts";

const market = makeSyntheticMarket({ seed: 4, sessions: 1, minutes: 30 });

/** Any step of whole shares, its average anywhere between low and high. */
const anyStep = fc
  .record({
    low: fc.integer({ min: 100, max: 50_000 }),
    range: fc.nat(300),
    parts: fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })),
    average: fc.double({ min: 0, max: 1, noNaN: true }),
    volume: fc.oneof(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 2_000_000 })),
    trades: fc.integer({ min: 1, max: 400 }),
  })
  .map(({ low, range, parts, average, volume, trades }): SymbolStep => {
    const at = (part: number) => px(Math.round(low + range * part) * 10_000);
    return {
      ...aStep({ bid: "99.99", ask: "100.02" }),
      openPx: at(parts[0]),
      closePx: at(parts[1]),
      highPx: at(1),
      lowPx: at(0),
      wapPx: px(Math.round((low + range * average) * 10_000)),
      volume: shares(volume),
      tradeCount: trades,
    };
  });

describe("splitStep", () => {
  it("folds back to the step exactly", () => {
    fc.assert(
      fc.property(anyStep, fc.integer({ min: 1, max: 60 }), fc.nat(999), (step, ticks, seed) => {
        const split = splitStep(step, { key: String(seed), ticks });
        expect(split).toHaveLength(ticks);
        expect(foldTicks(split)).toEqual(step);
      }),
    );
  });

  it("folds back every step of the synthetic market, each average inside its range", () => {
    let before: readonly SymbolStep[] = market.step(0, 0);
    for (let index = 1; index < 360; index += 3) {
      const steps = market.step(0, index);
      steps.forEach((step, at) => {
        const split = splitStep(step, { key: `4/${index}`, ticks: 50, before: before[at] });
        expect(foldTicks(split)).toEqual(step);
        for (const { bidPx, askPx, prints, wapPx, lowPx, highPx } of split) {
          const isSound = bidPx < askPx && prints.length <= 1 && wapPx >= lowPx - 10_000 && wapPx <= highPx + 10_000;
          expect(isSound).toBe(true);
        }
      });
      before = steps;
    }
  });

  it("tells trades that add up to each tick's bar", () => {
    fc.assert(
      fc.property(anyStep, fc.integer({ min: 1, max: 50 }), (step, ticks) => {
        for (const tick of splitStep(step, { key: "k", ticks })) {
          expect(tick.prints.reduce((sum, { quantity }) => sum + quantity, 0)).toBe(tick.volume);
          if (tick.volume === 0) continue;
          const prices = tick.prints.map((print) => print.px);
          expect([prices[0], Math.max(...prices), Math.min(...prices), prices.at(-1)]).toEqual([
            tick.openPx,
            tick.highPx,
            tick.lowPx,
            tick.closePx,
          ]);
          for (const print of tick.prints) expect(print.quantity).toBeGreaterThan(0);
        }
      }),
    );
  });

  it("gives the same ticks for the same key, and others for another", () => {
    const step = aStep({ high: "100.05", low: "99.95", shares: 5000 });
    const split = (key: string) => splitStep(step, { key, ticks: 50 });
    expect(split("1")).toEqual(split("1"));
    expect(split("1")).not.toEqual(split("2"));
  });

  it("walks the quote from the step before, and ends with the step", () => {
    const before = aStep({ bid: "99.90", ask: "99.92", last: "99.91" });
    const split = splitStep(aStep({ shares: 0 }), { key: "1", ticks: 50, before });
    expect(split[0]?.bidPx).toBeLessThan(99_960_000);
    expect(split[0]?.closePx).toBe(99_910_000);
    expect(split.at(-1)).toMatchObject({ bidPx: 99_990_000, askPx: 100_010_000, offsetUs: 5_000_000 });
    for (const tick of split) expect([tick.volume, tick.prints]).toEqual([0, []]);
  });

  it("marks odd lots and cuts round ones", () => {
    const odd = splitStep(aStep({ shares: 30 }), { key: "1", ticks: 10 }).flatMap(({ prints }) => prints);
    expect(odd.every(({ conditions }) => conditions === "I")).toBe(true);
    const round = splitStep(aStep({ shares: 5000 }), { key: "1", ticks: 50 }).flatMap(({ prints }) => prints);
    expect(round).toHaveLength(10);
    expect(round.every(({ quantity, conditions }) => quantity % 100_000_000 === 0 && conditions === "")).toBe(true);
  });

  it("prints an auction as one trade: first at an open, last at a close", () => {
    const wish = aStep({ high: "100.05", low: "99.95", shares: 5000 });
    const prints = (auction: "OPEN" | "CLOSE") => {
      const state = { halted: 0, auction, auctionPx: wish.openPx, auctionQty: shares(4000) } as const;
      const split = splitStep({ ...wish, state }, { key: "1", ticks: 50 });
      expect(foldTicks(split)).toEqual({ ...wish, state });
      return split.flatMap((tick) => tick.prints.map(({ quantity }) => quantity));
    };
    expect(prints("OPEN")[0]).toBe(shares(4000));
    const all = {
      ...wish,
      state: { halted: 0, auction: "OPEN", auctionPx: wish.openPx, auctionQty: shares(9000) } as const,
    };
    expect(foldTicks(splitStep(all, { key: "1", ticks: 50 }))).toEqual(all);
    expect(prints("CLOSE").at(-1)).toBe(shares(4000));
  });

  it("keeps the quote still in a halt", () => {
    const split = splitStep({ ...aStep({ shares: 0 }), halted: true }, { key: "1", ticks: 10 });
    expect(new Set(split.map(({ bidQty, askQty }) => `${bidQty} ${askQty}`)).size).toBe(1);
    expect(foldTicks(split).halted).toBe(true);
  });

  it("folds nothing into nothing", () => {
    expect(() => foldTicks([])).toThrow(RangeError);
  });
});
