import { shares } from "@bowline/kernel";
import { describe, expect, test } from "vitest";
import { CONFIDENCE, sized } from "../testing/sizing.ts";
import { notional } from "./notional.ts";

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
