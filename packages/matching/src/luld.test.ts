import { describe, expect, it } from "vitest";
import { bandRatio, makeLuld } from "./luld.ts";

const DOLLAR = 1_000_000;

describe("limit up, limit down", () => {
  it.each([
    [100, 1, false, 0.05],
    [100, 1, true, 0.1],
    [100, 2, false, 0.1],
    [100, 2, true, 0.1],
    [3, 1, false, 0.2],
    [2, 2, true, 0.4],
    [0.5, 1, false, 0.3],
    [0.1, 2, false, 0.75],
  ] as const)(
    "puts the bands of a reference of %s dollars, tier %s, late %s, at %s",
    (dollars, tier, isLate, ratio) => {
      expect(bandRatio(dollars * DOLLAR, tier, isLate)).toBeCloseTo(ratio, 10);
    },
  );

  it("has no band before the first trade", () => {
    const luld = makeLuld(1, 4680);
    expect(luld.bands(0)).toBeUndefined();
    luld.trade(0, 100 * DOLLAR, 0);
    expect(luld.bands(1)).toBeUndefined();
    luld.trade(1, 100 * DOLLAR, 100);
    expect(luld.bands(2)).toEqual({ low: 95 * DOLLAR, high: 105 * DOLLAR });
  });

  it("moves the reference only by a whole percent of five minutes' average", () => {
    const luld = makeLuld(1, 4680);
    luld.trade(0, 100 * DOLLAR, 100);
    luld.trade(1, 101.9 * DOLLAR, 100);
    expect(luld.bands(2)?.low).toBe(95 * DOLLAR);
    luld.trade(2, 102.5 * DOLLAR, 100);
    expect(luld.bands(3)?.low).toBe(96.39 * DOLLAR);
    // The first three trades are older than five minutes by now.
    luld.trade(63, 110 * DOLLAR, 100);
    expect(luld.bands(64)?.low).toBe(104.5 * DOLLAR);
  });

  it("doubles tier 1 in the last 25 minutes", () => {
    const luld = makeLuld(1, 4680);
    luld.trade(0, 100 * DOLLAR, 100);
    expect(luld.bands(4379)?.high).toBe(105 * DOLLAR);
    expect(luld.bands(4380)?.high).toBe(110 * DOLLAR);
  });

  it("pauses after 15 seconds at a band without a break, and begins anew at the reopening", () => {
    const luld = makeLuld(2, 4680);
    luld.trade(0, 100 * DOLLAR, 100);
    expect([true, true, false, true, true, true].map(luld.limit)).toEqual([false, false, false, false, false, true]);
    luld.restart(80 * DOLLAR);
    expect(luld.bands(70)).toEqual({ low: 72 * DOLLAR, high: 88 * DOLLAR });
    expect(luld.limit(true)).toBe(false);
  });
});
