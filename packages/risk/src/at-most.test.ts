import { expect, it } from "vitest";
import { atLeast, atMost, together } from "./at-most.ts";

const bound = (value: number | undefined, limit: number | "waived" | undefined) => ({
  what: "gross",
  value,
  limit,
  named: "maxGross",
});

it("denies beyond the bound, with both numbers, and passes at it", () => {
  expect(atMost(bound(1_500_000, 1_500_000))).toBeUndefined();
  expect(atMost(bound(1_500_001, 1_500_000))).toEqual({ gross: "1.500001", maxGross: "1.5" });
  expect(atLeast(bound(2, 2))).toBeUndefined();
  expect(atLeast({ ...bound(1, 2), show: String })).toEqual({ gross: "1", maxGross: "2" });
});
it("denies what it does not know, and asks for nothing that is waived", () => {
  expect(atMost(bound(undefined, 1))).toEqual({ missing: "gross" });
  expect(atMost(bound(1, undefined))).toEqual({ missing: "equity" });
  expect(atMost(bound(undefined, "waived"))).toBeUndefined();
});
it("tells all that speaks against an order at once", () => {
  expect(together(undefined, undefined)).toBeUndefined();
  expect(together({ a: "1" }, undefined, { b: "2", missing: "x" }, { missing: "y" })).toEqual({
    a: "1",
    b: "2",
    missing: "x y",
  });
});
