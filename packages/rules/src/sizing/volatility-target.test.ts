import { micros, money, shares } from "@bowline/kernel";
import { describe, expect, test } from "vitest";
import { WIDE, sized } from "../testing/sizing.ts";
import { volatilityTarget } from "./volatility-target.ts";

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
