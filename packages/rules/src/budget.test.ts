import { money, px } from "@bowline/kernel";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Sizing } from "./define-sizing.ts";
import { SIZINGS } from "./sizing/index.ts";
import { CONFIDENCE } from "./testing/sizing.ts";

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
