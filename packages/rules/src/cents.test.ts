import fc from "fast-check";
import { expect, test } from "vitest";
import { CENT, ceilToCent, floorToCent } from "./cents.ts";

test.each([
  [1_234_567, 1_230_000, 1_240_000],
  [1_230_000, 1_230_000, 1_230_000],
  [1_230_000.5, 1_230_000, 1_240_000],
])("%d lies between %i and %i", (price, floor, ceil) => {
  expect(floorToCent(price)).toBe(floor);
  expect(ceilToCent(price)).toBe(ceil);
});

test("whole cents around any price, less than one apart from it", () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-6, max: 1e13, noNaN: true }), (price) => {
      const [floor, ceil] = [floorToCent(price), ceilToCent(price)];
      expect(floor <= price && price <= ceil && ceil - floor <= CENT).toBe(true);
      expect([floor % CENT, ceil % CENT]).toEqual([0, 0]);
    }),
  );
});

test("what is no number is a bug", () => {
  expect(() => floorToCent(Number.NaN)).toThrow("no price");
  expect(() => ceilToCent(Number.POSITIVE_INFINITY)).toThrow("no price");
});
