import { shares } from "@bowline/kernel";
import { describe, expect, test } from "vitest";
import { CONFIDENCE, sized } from "../testing/sizing.ts";
import { quantity } from "./quantity.ts";

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
