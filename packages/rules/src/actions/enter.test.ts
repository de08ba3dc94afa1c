import { money, shares } from "@bowline/kernel";
import { aSignal, dollars } from "@bowline/testkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Facts } from "../facts.ts";
import type { EnterPlan } from "../plans.ts";
import { aRule, someFacts } from "../testing/facts.ts";

const SIZE = "size: { riskPerTrade: { equityPercent: 0.1, maxNotionalPercent: 50, maxNotional: 100000 } }";
const limit = aRule({
  act: `{ enter: { order: marketable-limit, collarBps: 5, bracket: { stopAtr: 2, targetAtr: 3 }, ${SIZE} } }`,
});
const market = aRule({ act: `{ enter: { order: market, bracket: { stopAtr: 2, targetAtr: 3 }, ${SIZE} } }` });

const planned = (rule: typeof limit, facts: Facts): EnterPlan => {
  const evaluation = rule.evaluate(facts);
  const [plan] = evaluation.outcome === "FIRED" ? evaluation.plans : [];
  if (plan?.type === "enter") return plan;
  throw new Error(JSON.stringify(evaluation));
};
const short = someFacts({ prediction: aSignal({ direction: "SHORT" }) });

describe("prices", () => {
  test("a marketable limit buys up to the collar, on a whole cent below it", () => {
    expect(planned(limit, someFacts())).toMatchObject({
      side: "BUY",
      ordType: "LMT",
      lmtPx: dollars("100.06"),
      stopPx: dollars("99.61"),
      targetLmtPx: dollars("100.61"),
    });
  });

  test("and sells down to it, on a whole cent above it", () => {
    expect(planned(limit, short)).toMatchObject({
      side: "SELL_SHORT",
      lmtPx: dollars("99.95"),
      stopPx: dollars("100.39"),
      targetLmtPx: dollars("99.39"),
    });
  });

  test("a collar of less than a cent is the quote itself", () => {
    const cheap = { quote: { bidPx: dollars("14"), askPx: dollars("14.01"), halted: false }, atr: 10_000 };
    expect(planned(limit, someFacts(cheap)).lmtPx).toBe(dollars("14.01"));
    expect(planned(limit, { ...short, ...cheap }).lmtPx).toBe(dollars("14"));
  });

  test("a market order has no limit", () => {
    expect(planned(market, someFacts())).toMatchObject({
      ordType: "MKT",
      lmtPx: undefined,
      decisionPx: dollars("100"),
      expiresMs: 2000,
      cancelAfterMinutes: 1,
    });
  });
});

describe("is blocked", () => {
  test.each<[string, Partial<{ [K in keyof Facts]: Facts[K] | undefined }>, string]>([
    ["on a FLAT prediction", { prediction: aSignal({ direction: "FLAT" }) }, "enter.direction"],
    ["without a prediction", { prediction: undefined }, "enter.direction"],
    ["on a dead feed", { feedAlive: false }, "enter.feed"],
    ["before the first bar", { feedAlive: undefined }, "enter.feed"],
    ["in a position", { position: { quantity: shares(1), enteredUs: undefined } }, "enter.position"],
    ["with a position in doubt", { position: undefined }, "enter.position"],
    ["with an order under way", { liveOrders: 1 }, "enter.orders"],
    ["with an exit under way", { exiting: true }, "enter.exit"],
    ["without a quote", { quote: undefined }, "enter.quote"],
    [
      "on a quote in doubt",
      { quote: { bidPx: dollars("1"), askPx: dollars("2"), halted: false, doubt: "SPIKING ASK" } },
      "enter.quote",
    ],
    ["in a halted symbol", { quote: { bidPx: dollars("1"), askPx: dollars("1"), halted: true } }, "enter.quote"],
    ["on a cold ATR", { atr: undefined }, "enter.atr"],
    ["on an ATR of nothing", { atr: 0 }, "enter.atr"],
    ["without an equity", { equity: undefined }, "enter.equity"],
    ["without money", { equity: money(0) }, "enter.equity"],
    ["where the budget buys nothing", { equity: money(1_000_000) }, "sizing"],
    ["where the stop would fall below a cent", { atr: 60_000_000 }, "bracket"],
  ])("%s", (_, changes, firstBlocker) => {
    expect(market.evaluate(someFacts(changes as Parameters<typeof someFacts>[0]))).toMatchObject({
      outcome: "BLOCKED",
      firstBlocker,
    });
  });

  test("and explains how far the sizing came", () => {
    const facts = someFacts({ equity: money(1_000_000) });
    const { leaves, sizing } = market.explain(facts);
    expect(leaves.at(-1)).toEqual({ name: "sizing", value: "0 shares", threshold: "≥ 1 share", result: "FALSE" });
    expect(sizing).toContainEqual({ key: "sharesByRisk", value: "0" });
  });
});

test("whatever the market, an entry never risks more than its budget, and its bracket stands around the quote", () => {
  const aMarket = fc.record({
    bid: fc.integer({ min: 100, max: 100_000 }),
    wide: fc.integer({ min: 0, max: 50 }),
    atr: fc.integer({ min: 1, max: 5_000_000 }),
  });
  fc.assert(
    fc.property(aMarket, fc.boolean(), fc.integer({ min: 1, max: 1e12 }), ({ bid, wide, atr }, long, equity) => {
      const quote = { bidPx: dollars(`${bid / 100}`), askPx: dollars(`${(bid + wide) / 100}`), halted: false };
      const facts = someFacts({
        quote,
        atr,
        equity: money(equity),
        prediction: aSignal({ direction: long ? "LONG" : "SHORT" }),
      });
      const evaluation = limit.evaluate(facts);
      if (evaluation.outcome === "BLOCKED") return;
      const plan = planned(limit, facts);
      const [lowPx, highPx] = long ? [plan.stopPx, plan.targetLmtPx] : [plan.targetLmtPx, plan.stopPx];
      expect(lowPx).toBeLessThan(quote.bidPx + (long ? wide * 10_000 : 0));
      expect(highPx).toBeGreaterThan(quote.askPx - (long ? 0 : wide * 10_000));
      const count = BigInt(plan.orderQty / 1_000_000);
      const loss = count * BigInt(Math.abs((plan.lmtPx ?? 0) - plan.stopPx));
      expect(loss * 1000n <= BigInt(equity) + 500n).toBe(true);
      expect(count * BigInt(plan.lmtPx ?? 0) * 2n <= BigInt(equity) + 1n).toBe(true);
    }),
    { numRuns: 1000 },
  );
});
