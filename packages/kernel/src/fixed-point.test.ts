import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MICROS, money, px, qty } from "./brands.ts";
import {
  LIMIT_MICROS,
  divRoundHalfEven,
  formatCents,
  formatMicros,
  micros,
  microsOfDouble,
  mulDiv,
  notional,
  parseMicros,
  pxOfCost,
  scaleMoney,
  wholeSharesFor,
} from "./fixed-point.ts";

/** The plain oracle: exact rational rounding on BigInt, written another way. */
function oracle(a: bigint, b: bigint, c: bigint): bigint {
  const negative = a * b < 0n !== c < 0n && a * b !== 0n;
  const n = a * b < 0n ? -(a * b) : a * b;
  const d = c < 0n ? -c : c;
  const floor = n / d;
  const twice = (n - floor * d) * 2n;
  const size = twice > d || (twice === d && floor % 2n === 1n) ? floor + 1n : floor;
  return negative ? -size : size;
}

describe("mulDiv", () => {
  it("equals exact arithmetic, rounded half to even once", () => {
    const value = fc.integer({ min: -10_000_000_000, max: 10_000_000_000 });
    fc.assert(
      fc.property(
        value,
        value,
        value.filter((c) => c !== 0),
        (a, b, c) => {
          const exact = oracle(BigInt(a), BigInt(b), BigInt(c));
          fc.pre(exact <= BigInt(LIMIT_MICROS) && exact >= -BigInt(LIMIT_MICROS));
          expect(mulDiv(a, b, c)).toBe(Number(exact));
        },
      ),
    );
  });
  it("equals it where a quotient is near its rounding, or its product with the divisor near what a double has", () => {
    const near = (limit: number) => fc.integer({ min: -3, max: 3 }).map((off) => limit + off);
    const products = fc.oneof(fc.maxSafeInteger(), near(2 ** 52), near(Number.MAX_SAFE_INTEGER - 3), fc.integer());
    const divisors = fc.oneof(
      fc.integer(),
      fc.constantFrom(1, 2, 3, 1e6, 2e6, 4e6),
      fc.maxSafeInteger(),
      near(2 ** 52),
    );
    fc.assert(
      fc.property(products, divisors, (a, c) => {
        fc.pre(c !== 0);
        const exact = oracle(BigInt(a), 1n, BigInt(c));
        fc.pre(exact <= BigInt(LIMIT_MICROS) && exact >= -BigInt(LIMIT_MICROS));
        expect(mulDiv(a, 1, c)).toBe(Number(exact));
        const whole = Math.trunc(a / c) * c;
        for (const beside of [whole - 1, whole + 1].filter((value) => Number.isSafeInteger(value)))
          expect(mulDiv(beside, 1, c)).toBe(Number(oracle(BigInt(beside), 1n, BigInt(c))));
      }),
      { numRuns: 5000 },
    );
  });
  it.each([
    [1, 1, 2, 0],
    [3, 1, 2, 2],
    [5, 1, 2, 2],
    [-1, 1, 2, 0],
    [-3, 1, 2, -2],
    [-5, 1, 2, -2],
    [1, -7, 2, -4],
    [7, 1, -2, -4],
  ])("%d × %d ÷ %d is %d", (a, b, c, expected) => {
    expect(mulDiv(a, b, c)).toBe(expected);
    expect(Object.is(mulDiv(a, b, c), -0)).toBe(false);
  });
  it("refuses zero, unsafe integers and results beyond the range", () => {
    expect(() => mulDiv(1, 1, 0)).toThrow(/by zero/);
    expect(() => mulDiv(0.5, 1, 1)).toThrow(/unsafe/);
    expect(() => mulDiv(LIMIT_MICROS, 2, 1)).toThrow(/range/);
    expect(() => divRoundHalfEven(1n, 0n)).toThrow(/by zero/);
  });
});

describe("money", () => {
  it("multiplies shares and dollars whose raw product overflows", () => {
    expect(notional(qty(100 * MICROS), px(100 * MICROS))).toBe(10_000 * MICROS);
    expect(notional(qty(-3 * MICROS), px(1))).toBe(-3);
  });
  it("gives the average price of a cost, and a part of an amount", () => {
    expect(pxOfCost(money(1000 * MICROS), qty(3 * MICROS))).toBe(333_333_333);
    expect(scaleMoney(money(101), 500_000)).toBe(50);
  });
  it("buys whole shares and never above the budget", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e13 }), fc.integer({ min: 10_000, max: 1e9 }), (budget, price) => {
        const shares = wholeSharesFor(money(budget), px(price));
        expect(shares % MICROS).toBe(0);
        expect(BigInt(shares / MICROS) * BigInt(price) <= BigInt(budget)).toBe(true);
        expect(BigInt(shares / MICROS + 1) * BigInt(price) > BigInt(budget)).toBe(true);
      }),
    );
    expect(wholeSharesFor(money(-1), px(1))).toBe(0);
  });
});

describe("decimal text", () => {
  it("goes to micros and back exactly", () => {
    fc.assert(
      fc.property(fc.integer({ min: -LIMIT_MICROS, max: LIMIT_MICROS }), (value) => {
        expect(parseMicros(formatMicros(value))).toBe(value === 0 ? 0 : value);
      }),
    );
  });
  it.each([
    ["12.34", 12_340_000],
    ["-0.5", -500_000],
    [".5", 500_000],
    ["7.", 7_000_000],
    ["+1", 1_000_000],
    ["0.1234560", 123_456],
    ["-0", 0],
  ])("reads %s", (text, value) => {
    expect(micros(text)).toBe(value);
  });
  it.each(["", ".", "1e3", "0x1", "1,000", "NaN", "0.1234567", "99999999999", " 1"])("refuses %j", (text) => {
    expect(parseMicros(text)).toBeUndefined();
    expect(() => micros(text)).toThrow(/no decimal/);
  });
  it("takes a library's doubles to the nearest micro and refuses what is no number", () => {
    expect(microsOfDouble(167.65)).toBe(167_650_000);
    expect(microsOfDouble(-0)).toBe(0);
    expect(microsOfDouble(Number.MAX_VALUE)).toBeUndefined();
    expect(microsOfDouble(Number.NaN)).toBeUndefined();
  });
  it("shows cents to people, rounded half to even", () => {
    expect(formatCents(-1_005_000)).toBe("-1.00");
    expect(formatCents(1_015_000)).toBe("1.02");
    expect(formatCents(12_345_678)).toBe("12.35");
  });
});
