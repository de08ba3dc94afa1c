import { px, shares } from "@bowline/kernel";
import { describe, expect, test } from "vitest";
import type { SizingFacts } from "../define-sizing.ts";
import { WIDE, sized } from "../testing/sizing.ts";
import { kelly } from "./kelly.ts";

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
