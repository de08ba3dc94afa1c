import { describe, expect, it } from "vitest";
import { median, quantile, summarizeRounds } from "./figures.ts";

describe("figures of a measurement", () => {
  it("take the nearest rank", () => {
    const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);
    expect([quantile(hundred, 0.5), quantile(hundred, 0.99), quantile([7], 0.99)]).toStrictEqual([50, 99, 7]);
    expect(median([3, 1, 2])).toBe(2);
    expect(() => quantile([], 0.5)).toThrow(/no samples/);
  });
  it("are medians over the rounds, empty ones left out", () => {
    expect(summarizeRounds([[1, 1, 9], [], [2, 2, 8], [3, 3, 100]])).toStrictEqual({ p50: 2, p99: 9 });
  });
});
