import fc from "fast-check";
import { expect, test } from "vitest";
import { addProductTo, addTo, centered, zeroSum } from "./exact-sum.ts";

const anyMicros = fc.integer({ min: -9_000_000_000_000, max: 9_000_000_000_000 });

test("sums of whole numbers and of their products are exact, as BigInt has them", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(anyMicros, anyMicros), { maxLength: 50 }), (pairs) => {
      const sum = zeroSum();
      let exact = 0n;
      for (const [a, b] of pairs) {
        addTo(sum, a);
        addProductTo(sum, a, b);
        exact += BigInt(a) + BigInt(a) * BigInt(b);
      }
      expect(BigInt(sum.hi) + BigInt(sum.lo)).toBe(exact);
    }),
  );
});

test("what goes out takes everything with it", () => {
  fc.assert(
    fc.property(fc.array(anyMicros, { minLength: 1, maxLength: 50 }), (numbers) => {
      const sum = zeroSum();
      for (const x of numbers) addProductTo(sum, x, x);
      for (const x of numbers) addProductTo(sum, -x, x);
      expect([Math.abs(sum.hi), Math.abs(sum.lo)]).toEqual([0, 0]);
    }),
  );
});

test("a spread of dear prices is right to the last bit", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 2, maxLength: 30 }), (cents) => {
      const prices = cents.map((cent) => 700_000_000_000 + cent * 10_000);
      const sum = zeroSum();
      const squares = zeroSum();
      for (const price of prices) {
        addTo(sum, price);
        addProductTo(squares, price, price);
      }
      const n = BigInt(prices.length);
      const total = prices.reduce((all, price) => all + BigInt(price), 0n);
      const exact = n * prices.reduce((all, price) => all + BigInt(price) ** 2n, 0n) - total ** 2n;
      expect(centered(prices.length, squares, sum, sum)).toBe(Number(exact));
    }),
  );
});
