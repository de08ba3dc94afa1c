import { assert, AssertionError } from "./assert.ts";

declare const brand: unique symbol;
type Branded<Name extends string> = number & { readonly [brand]: Name };

/** A price in micros (1e-6) of the instrument's currency. Positive where it is present; absent is `undefined`. */
export type Px = Branded<"Px">;
/** A quantity in micros (1e-6) of a share; signed where it is a position. */
export type Qty = Branded<"Qty">;
/** Money in micros (1e-6) of the account's currency; signed. */
export type Money = Branded<"Money">;
/** A point in time: unix microseconds. */
export type Us = Branded<"Us">;

export const MICROS = 1_000_000;

function safe(value: number, what: string): number {
  // As an assertion without its closure: this is called for every price and sum.
  if (!Number.isSafeInteger(value)) throw new AssertionError(`${what} is no safe integer: ${value}`);
  return value === 0 ? 0 : value;
}

export const px = (value: number): Px => safe(value, "price") as Px;
export const qty = (value: number): Qty => safe(value, "quantity") as Qty;
export const money = (value: number): Money => safe(value, "money") as Money;
export const us = (value: number): Us => safe(value, "time") as Us;

export const addQty = (a: Qty, b: Qty): Qty => qty(a + b);
export const subQty = (a: Qty, b: Qty): Qty => qty(a - b);
export const negQty = (a: Qty): Qty => qty(-a);
export const absQty = (a: Qty): Qty => qty(Math.abs(a));
export const addMoney = (a: Money, b: Money): Money => money(a + b);
export const subMoney = (a: Money, b: Money): Money => money(a - b);
export const negMoney = (a: Money): Money => money(-a);
export const addPx = (a: Px, b: number): Px => px(a + b);

export const ZERO_QTY = qty(0);
export const ZERO_MONEY = money(0);

/** Whole shares as a quantity, and dollars as whole cents etc. go through `parseMicros`. */
export const shares = (whole: number): Qty => {
  assert(Number.isSafeInteger(whole), `shares must be whole: ${whole}`);
  return qty(whole * MICROS);
};
