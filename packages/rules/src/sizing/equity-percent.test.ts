import { shares } from "@bowline/kernel";
import { describe, expect, test } from "vitest";
import { CONFIDENCE, sized } from "../testing/sizing.ts";
import { equityPercent } from "./equity-percent.ts";

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
