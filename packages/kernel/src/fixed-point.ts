import { assert, AssertionError } from "./assert.ts";
import { MICROS, type Money, money, type Px, px, type Qty, qty } from "./brands.ts";

/** Beyond this a result is refused: int64 on the wire would still hold it, a double would not. */
export const LIMIT_MICROS = 9_007_000_000_000_000;

/** a × b ÷ c, exact inside, rounded half to even once. Throws where the result leaves ±9.007e15 or c is 0. */
export function mulDiv(a: number, b: number, c: number): number {
  if (!Number.isSafeInteger(a) || !Number.isSafeInteger(b) || !Number.isSafeInteger(c))
    throw new AssertionError(`mulDiv of unsafe integers: ${a} ${b} ${c}`);
  assert(c !== 0, "mulDiv by zero");
  const product = a * b;
  if (Math.abs(product) <= Number.MAX_SAFE_INTEGER) return roundHalfEven(product, c);
  // Whole shares at a price: nearly every wide product is one.
  const exact = a % c === 0 ? (a / c) * b : Number.NaN;
  return Math.abs(exact) <= LIMIT_MICROS ? exact : mulDivWide(a, b, c);
}

/** Beyond this a quotient times its divisor may be no exact double. */
const EXACT = 2 ** 52;

function roundHalfEven(numerator: number, denominator: number): number {
  const size = Math.abs(denominator);
  if (Math.abs(numerator) > EXACT || size > EXACT)
    return Number(divRoundHalfEven(BigInt(numerator), BigInt(denominator)));
  // The division may round up to the next whole: then the remainder is of the other sign, and just as exact. `%` costs several times that.
  const quotient = Math.trunc(numerator / denominator);
  const remainder = numerator - quotient * denominator;
  if (remainder === 0) return quotient === 0 ? 0 : quotient;
  const over = 2 * Math.abs(remainder) - size;
  const away = over > 0 || (over === 0 && quotient % 2 !== 0);
  const rounded = away ? quotient + (remainder < 0 === denominator < 0 ? 1 : -1) : quotient;
  return rounded === 0 ? 0 : rounded;
}

function mulDivWide(a: number, b: number, c: number): number {
  const rounded = divRoundHalfEven(BigInt(a) * BigInt(b), BigInt(c));
  const value = Number(rounded);
  assert(Math.abs(value) <= LIMIT_MICROS, () => `mulDiv leaves the range: ${a} * ${b} / ${c}`);
  return value;
}

/** Integer division of wide values, rounded half to even. */
export function divRoundHalfEven(numerator: bigint, denominator: bigint): bigint {
  assert(denominator !== 0n, "division by zero");
  const quotient = numerator / denominator;
  const remainder = numerator % denominator;
  if (remainder === 0n) return quotient;
  const twice = 2n * (remainder < 0n ? -remainder : remainder);
  const size = denominator < 0n ? -denominator : denominator;
  const away = twice > size || (twice === size && quotient % 2n !== 0n);
  if (!away) return quotient;
  return numerator < 0n === denominator < 0n ? quotient + 1n : quotient - 1n;
}

/** Quantity × price, both in micros, as money in micros. */
export const notional = (quantity: Qty, price: Px): Money => money(mulDiv(quantity, price, MICROS));

/** Money ÷ quantity as a price: the average price of a total cost. */
export const pxOfCost = (cost: Money, quantity: Qty): Px => px(mulDiv(cost, MICROS, quantity));

/** Money × ratio, the ratio in micros of 1 (0.25 = 250_000). */
export const scaleMoney = (value: Money, ratioMicros: number): Money => money(mulDiv(value, ratioMicros, MICROS));

/** Whole shares that money buys at a price, rounded towards zero, never above the budget. */
export function wholeSharesFor(budget: Money, perShare: Px): Qty {
  if (budget <= 0 || perShare <= 0) return qty(0);
  return qty(Math.floor(budget / perShare) * MICROS);
}

const DECIMAL = /^([+-]?)(\d*)(?:\.(\d*))?$/;

/**
 * A decimal text ("12.34", "-0.5", "100") as micros, exactly. `undefined` where the text is no plain decimal,
 * has a non-zero digit beyond the sixth, or leaves ±9.007e15 micros.
 */
export function parseMicros(text: string): number | undefined {
  const match = DECIMAL.exec(text);
  if (match === null) return undefined;
  const [, sign, whole = "", fraction = ""] = match;
  if (whole === "" && fraction === "") return undefined;
  if (/[1-9]/.test(fraction.slice(6))) return undefined;
  const value = Number(whole + fraction.slice(0, 6).padEnd(6, "0"));
  if (value > LIMIT_MICROS) return undefined;
  return sign === "-" && value !== 0 ? -value : value;
}

/** As `parseMicros`, for literals and files that were checked: throws where the text is no decimal of micros. */
export function micros(text: string): number {
  const value = parseMicros(text);
  assert(value !== undefined, `no decimal with at most six places: ${text}`);
  return value;
}

/** A double from outside (a library that parses decimals itself) as micros, to the nearest; `undefined` where it is not finite or too large. */
export function microsOfDouble(value: number): number | undefined {
  if (!Number.isFinite(value)) return undefined;
  const rounded = Math.round(value * MICROS);
  return Math.abs(rounded) <= LIMIT_MICROS ? (rounded === 0 ? 0 : rounded) : undefined;
}

/** Micros as the shortest exact decimal text: 12340000 → "12.34". */
export function formatMicros(value: number): string {
  const size = Math.abs(value);
  const whole = Math.floor(size / MICROS);
  const fraction = size % MICROS;
  const sign = value < 0 ? "-" : "";
  if (fraction === 0) return `${sign}${whole}`;
  return `${sign}${whole}.${String(fraction).padStart(6, "0").replace(/0+$/, "")}`;
}

/** Money in dollars with two places, rounded half to even: for people. */
export function formatCents(value: number): string {
  const cents = mulDiv(value, 1, 10_000);
  const size = Math.abs(cents);
  return `${cents < 0 ? "-" : ""}${Math.floor(size / 100)}.${String(size % 100).padStart(2, "0")}`;
}
