import { shares } from "@bowline/kernel";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { largestFit } from "./largest-fit.ts";

const between = (least: number, most: number) => (quantity: number) =>
  quantity > most * 1e6 ? "TOO_LARGE" : quantity < least * 1e6 ? "DENIED" : "FITS";

describe("the largest quantity that fits", () => {
  it("is found to the share, below what was too large, and none where the least is more than the most", () => {
    const whole = fc.integer({ min: 1, max: 1_000_000 });
    fc.assert(
      fc.property(whole, whole, whole, (least, most, wanted) => {
        fc.pre(wanted > most);
        expect(largestFit(shares(wanted), between(least, most))).toBe(least <= most ? shares(most) : undefined);
      }),
    );
  });
  it("is none of a single share, and none where something else is against every one", () => {
    expect(largestFit(shares(1), () => "FITS")).toBeUndefined();
    expect(largestFit(shares(100), () => "DENIED")).toBeUndefined();
    expect(largestFit(shares(100), () => "TOO_LARGE")).toBeUndefined();
  });
  it("asks few times", () => {
    let asked = 0;
    largestFit(shares(1_000_000), () => ((asked += 1), "TOO_LARGE"));
    expect(asked).toBeLessThanOrEqual(20);
  });
});
