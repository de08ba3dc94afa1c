import { money, px, shares } from "@bowline/kernel";
import { describe, expect, test } from "vitest";
import { capped, confidenceFactor, partOf, sharesFor } from "./budget.ts";
import type { SizingFacts } from "./define-sizing.ts";

test("a part of an amount is rounded down, exactly, however large it is", () => {
  expect(partOf(money(3), 500_000)).toBe(1);
  expect(partOf(money(1), 999_999)).toBe(0);
  expect(partOf(money(100_000_000_001), 1_000)).toBe(100_000_000);
  expect(partOf(money(999_999_999_999_999), 3_999_999)).toBe(3_999_998_999_999_996);
});

test("shares are whole, of a budget that is not below nothing, and a billion at the most", () => {
  expect(sharesFor(money(1_000_000), 300_000)).toBe(shares(3));
  expect(sharesFor(money(-1), 300_000)).toBe(0);
  expect(sharesFor(money(9e15), 1)).toBe(shares(1_000_000_000));
});

describe("the confidence's factor", () => {
  const scale = { none: 200_000, full: 800_000 };
  test.each([
    [undefined, 0],
    [200_000, 0],
    [200_001, 1],
    [200_002, 3],
    [500_000, 500_000],
    [799_999, 999_998],
    [800_000, 1_000_000],
  ])("of %s is %i millionths, rounded down", (confidence, factor) => {
    expect(confidenceFactor(confidence, scale)).toBe(factor);
  });
  test("is whole where no scale is asked for", () => {
    expect(confidenceFactor(undefined, undefined)).toBe(1_000_000);
  });
});

describe("caps", () => {
  const facts = { equity: money(1_000_000_000), worstPx: px(3_000_000) } as SizingFacts;
  test("the tighter one binds, and is told", () => {
    const { orderQty, steps } = capped(shares(100), { maxNotional: 50_000_000, maxNotionalPercent: 10_000 }, facts, []);
    expect(orderQty).toBe(shares(3));
    expect(steps).toEqual([
      { key: "notionalCap", value: "10.00" },
      { key: "sharesByNotional", value: "3" },
      { key: "shares", value: "3" },
    ]);
  });
  test("none leaves what the budget gave", () => {
    expect(capped(shares(100), {}, facts, [])).toEqual({
      orderQty: shares(100),
      steps: [{ key: "shares", value: "100" }],
    });
  });
});
