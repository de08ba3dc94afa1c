import { micros, money, px, shares } from "@bowline/kernel";
import { dollars } from "@bowline/testkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Sizing, SizingFacts } from "../define-sizing.ts";
import { equityPercent } from "./equity-percent.ts";
import { SIZINGS } from "./index.ts";
import { kelly } from "./kelly.ts";
import { notional } from "./notional.ts";
import { quantity } from "./quantity.ts";
import { volatilityTarget } from "./volatility-target.ts";

const facts = (changes: Partial<SizingFacts> = {}): SizingFacts => ({
  equity: money(micros("100000")),
  confidence: micros("0.7"),
  worstPx: dollars("100"),
  riskPerShare: dollars("0.5"),
  rewardPerShare: dollars("1"),
  atr: 200_000,
  ...changes,
});
const sized = (sizing: unknown, params: object, about: Partial<SizingFacts> = {}) => {
  const { schema, size } = sizing as Sizing;
  return size(schema.parse(params), facts(about));
};
const CONFIDENCE = { none: 0.5, full: 0.9 };
const WIDE = { maxNotionalPercent: 400, maxNotional: 1_000_000_000 };

describe("quantity", () => {
  test.each([
    [{ shares: 101 }, 101],
    [{ shares: 101, confidence: CONFIDENCE }, 50],
    [{ shares: 101, maxNotional: 9_999.99 }, 99],
    [{ shares: 2_000, maxNotionalPercent: 10 }, 100],
  ])("%j is %i shares", (params, count) => {
    expect(sized(quantity, params).orderQty).toBe(shares(count));
  });
});

describe("notional", () => {
  test.each([
    [{ dollars: 10_000 }, 100],
    [{ dollars: 9_999.99 }, 99],
    [{ dollars: 10_000, confidence: CONFIDENCE }, 50],
    [{ dollars: 90_000, maxNotionalPercent: 20 }, 200],
    [{ dollars: 99.99 }, 0],
  ])("%j is %i shares", (params, count) => {
    expect(sized(notional, params).orderQty).toBe(shares(count));
  });
});

describe("equityPercent", () => {
  test.each([
    [{ percent: 10 }, 100],
    [{ percent: 9.9999 }, 99],
    [{ percent: 200 }, 2_000],
    [{ percent: 10, confidence: CONFIDENCE }, 50],
    [{ percent: 50, maxNotional: 1_234 }, 12],
  ])("%j is %i shares", (params, count) => {
    expect(sized(equityPercent, params).orderQty).toBe(shares(count));
  });
});

describe("volatilityTarget", () => {
  const target = { equityPercent: 0.1, atrMultiple: 2, ...WIDE };
  test("holds fewer shares of what moves more", () => {
    // 100 dollars ÷ (2 × 0.20)
    expect(sized(volatilityTarget, target).orderQty).toBe(shares(250));
    expect(sized(volatilityTarget, target, { atr: 400_000 }).orderQty).toBe(shares(125));
    expect(sized(volatilityTarget, { ...target, maxNotional: 1_000 }).orderQty).toBe(shares(10));
  });
  test("holds nothing of what nobody knows how it moves", () => {
    expect(sized(volatilityTarget, target, { atr: undefined, equity: money(micros("1000")) }).orderQty).toBe(0);
  });
});

describe("kelly", () => {
  const quarter = { fraction: 0.25, maxEquityPercent: 10, ...WIDE };
  test("risks the fraction of p − (1 − p) ÷ b", () => {
    // p 0.7, b 2: 0.55 of the equity; a quarter of it is 13.75 %, capped at 10 %: 10,000 dollars ÷ 0.5.
    const { orderQty, steps } = sized(kelly, { ...quarter, maxNotionalPercent: 400 });
    expect(Object.fromEntries(steps.map(({ key, value }) => [key, value]))).toMatchObject({
      odds: "2",
      kellyShare: "0.55",
      risked: "0.1",
      sharesByRisk: "20000",
      sharesByNotional: "4000",
    });
    expect(orderQty).toBe(shares(4_000));
    expect(sized(kelly, { ...quarter, fraction: 0.01 }).orderQty).toBe(shares(1_100));
  });
  test.each<[string, Partial<SizingFacts>]>([
    ["at a confidence that does not pay", { confidence: 333_333 }],
    ["without a prediction", { confidence: undefined }],
    ["for a target of nothing", { rewardPerShare: px(1) }],
  ])("risks nothing %s", (_, about) => {
    expect(sized(kelly, quarter, about).orderQty).toBe(0);
  });
});

const PARAMS: Readonly<Record<string, object>> = {
  equityPercent: { percent: 40, confidence: CONFIDENCE, maxNotional: 50_000 },
  kelly: { fraction: 1, maxEquityPercent: 1, maxNotionalPercent: 50, maxNotional: 50_000 },
  notional: { dollars: 40_000, confidence: CONFIDENCE, maxNotionalPercent: 50 },
  quantity: { shares: 1_000_000, confidence: CONFIDENCE, maxNotionalPercent: 50, maxNotional: 50_000 },
  riskPerTrade: { equityPercent: 1, confidence: CONFIDENCE, maxNotionalPercent: 50, maxNotional: 50_000 },
  volatilityTarget: { equityPercent: 1, atrMultiple: 3, maxNotionalPercent: 50, maxNotional: 50_000 },
};

test.each(SIZINGS.map((sizing) => sizing.name))(
  "%s: whole shares, never above a cap or the budget, whatever the facts",
  (name) => {
    const sizing = SIZINGS.find((one) => one.name === name) as Sizing;
    const params = sizing.schema.parse(PARAMS[name]);
    const anyPx = fc.integer({ min: 10_000, max: 1e13 }).map(px);
    const anyFacts = fc.record({
      equity: fc.integer({ min: 0, max: 9e15 }).map(money),
      confidence: fc.option(fc.integer({ min: 0, max: 1_000_000 }), { nil: undefined }),
      worstPx: anyPx,
      riskPerShare: anyPx,
      rewardPerShare: anyPx,
      atr: fc.option(fc.double({ min: 1, max: 1e13, noNaN: true }), { nil: undefined }),
    });
    fc.assert(
      fc.property(anyFacts, (about) => {
        const { equity, worstPx, riskPerShare } = about;
        const { orderQty, steps } = sizing.size(params, about);
        const count = BigInt(orderQty) / 1_000_000n;
        expect(BigInt(orderQty) % 1_000_000n).toBe(0n);
        expect(count * BigInt(worstPx) <= 50_000_000_000n).toBe(true);
        const risks = name === "kelly" || name === "riskPerTrade";
        expect(!risks || count * BigInt(riskPerShare) * 100n <= BigInt(equity) + 100n).toBe(true);
        expect(steps.at(-1)).toEqual({ key: "shares", value: String(count) });
      }),
      { numRuns: 500 },
    );
  },
);
