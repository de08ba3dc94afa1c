import { micros, money, px, shares } from "@bowline/kernel";
import { dollars } from "@bowline/testkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { SizingFacts } from "../define-sizing.ts";
import { riskPerTrade } from "./risk-per-trade.ts";

const params = (changes: object = {}) =>
  riskPerTrade.schema.parse({ equityPercent: 0.1, maxNotionalPercent: 50, maxNotional: 100_000, ...changes });
const facts = (changes: Partial<SizingFacts> = {}): SizingFacts => ({
  equity: money(micros("100000")),
  confidence: micros("0.7"),
  worstPx: dollars("100"),
  riskPerShare: dollars("0.45"),
  rewardPerShare: dollars("0.9"),
  atr: 200_000,
  ...changes,
});
const sized = (changes: object = {}, about: Partial<SizingFacts> = {}) =>
  riskPerTrade.size(params(changes), facts(about));

describe("shares", () => {
  test("are budget ÷ risk a share, rounded down to whole ones", () => {
    // 100 dollars ÷ 0.45 = 222.2
    expect(sized().orderQty).toBe(shares(222));
  });

  test("are capped by a percentage of equity", () => {
    expect(sized({ maxNotionalPercent: 10 }).orderQty).toBe(shares(100));
  });

  test("are capped in dollars", () => {
    expect(sized({ maxNotional: 10_099.99 }).orderQty).toBe(shares(100));
  });

  test("are none where the budget does not reach for one", () => {
    expect(sized({}, { riskPerShare: dollars("100.01") }).orderQty).toBe(0);
    expect(sized({}, { riskPerShare: dollars("100") }).orderQty).toBe(shares(1));
    expect(sized({}, { equity: money(-5) }).orderQty).toBe(0);
  });
});

describe("confidence", () => {
  const scale = { confidence: { none: 0.5, full: 0.9 } };
  test.each([
    ["0.4", 0],
    ["0.5", 0],
    ["0.7", 111],
    ["0.9", 222],
    ["1", 222],
  ])("of %s gives %i of 222 shares", (confidence, count) => {
    expect(sized(scale, { confidence: micros(confidence) }).orderQty).toBe(shares(count));
  });

  test("counts for nothing where it is not asked for", () => {
    expect(sized({}, { confidence: 0 }).orderQty).toBe(shares(222));
  });
});

test("says how it came about", () => {
  expect(sized({ confidence: { none: 0.5, full: 0.9 } }).steps).toEqual([
    { key: "equity", value: "100000.00" },
    { key: "confidenceFactor", value: "0.5" },
    { key: "riskBudget", value: "50.00" },
    { key: "riskPerShare", value: "0.45" },
    { key: "sharesByRisk", value: "111" },
    { key: "notionalCap", value: "50000.00" },
    { key: "sharesByNotional", value: "500" },
    { key: "shares", value: "111" },
  ]);
});

test("never above the budget nor above a cap, and one share more would be, for any account and price", () => {
  const anyPx = fc.integer({ min: 10_000, max: 1e13 }).map((value) => px(value));
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 9e15 }),
      anyPx,
      anyPx,
      fc.integer({ min: 0, max: 1_000_000 }),
      (equity, worstPx, riskPerShare, confidence) => {
        const { orderQty } = riskPerTrade.size(params({ confidence: { none: 0.2, full: 0.8 } }), {
          equity: money(equity),
          confidence,
          worstPx,
          riskPerShare,
          rewardPerShare: px(1),
          atr: undefined,
        });
        const count = BigInt(orderQty) / 1_000_000n;
        expect(BigInt(orderQty) % 1_000_000n).toBe(0n);
        const budget = BigInt(Math.min(equity, 1e15)) / 1000n + 1n;
        expect(count * BigInt(riskPerShare) <= budget).toBe(true);
        expect(count * BigInt(worstPx) <= 100_000_000_000n).toBe(true);
        expect(count * BigInt(worstPx) * 2n <= BigInt(equity) + 1n).toBe(true);
        if (confidence < 800_000) return;
        const more = count + 1n;
        const fits =
          more * BigInt(riskPerShare) < budget - 1n &&
          more * BigInt(worstPx) <= 100_000_000_000n &&
          more * BigInt(worstPx) * 2n < BigInt(equity);
        expect(fits).toBe(false);
      },
    ),
    { numRuns: 2000 },
  );
});
