import { LIMIT_MICROS, MICROS, mulDiv } from "@bowline/kernel";
import { scaleOf } from "../environment/types.ts";
import type { Tree } from "./tree.ts";

/**
 * How a product or a quotient is made. EXACT: of millionths, exact inside and rounded half to even once. ROUND: of millionths and
 * a plain number, rounded to the nearest millionth. PLAIN: of plain numbers, as doubles are.
 */
export type Way = "EXACT" | "ROUND" | "PLAIN";

type Calculation = Extract<Tree, { kind: "arithmetic" }>;

export function wayOf({ op, type, left, right }: Calculation): Way {
  if (op === "*") {
    if (scaleOf(left.type) > 1 && scaleOf(right.type) > 1) return "EXACT";
    return scaleOf(type) > 1 ? "ROUND" : "PLAIN";
  }
  if (scaleOf(type) === 1) return "PLAIN";
  return scaleOf(right.type) > 1 ? "EXACT" : "ROUND";
}

/** Values beyond this are refused: the integers would no longer be exact. */
const isKept = (value: number): boolean => Math.abs(value) <= LIMIT_MICROS;

/** The value, or NaN where it left the range that is exact: UNKNOWN to whoever calls. */
export const kept = (value: number): number => (isKept(value) ? value : Number.NaN);

const areWhole = (one: number, other: number): boolean => Number.isSafeInteger(one) && Number.isSafeInteger(other);

/** one × other; NaN where the result leaves the range. */
export function product(one: number, other: number, way: Way): number {
  if (way === "PLAIN") return kept(one * other);
  if (way === "ROUND") return kept(Math.round(one * other));
  const about = (one * other) / MICROS;
  if (!isKept(about)) return Number.NaN;
  return areWhole(one, other) ? mulDiv(one, other, MICROS) : Math.round(about);
}

/** one ÷ other; NaN for a division by zero and where the result leaves the range. */
export function quotient(one: number, other: number, way: Way): number {
  if (other === 0) return Number.NaN;
  if (way === "PLAIN") return kept(one / other);
  if (way === "ROUND") return kept(Math.round(one / other));
  const about = (one * MICROS) / other;
  if (!isKept(about)) return Number.NaN;
  return areWhole(one, other) ? mulDiv(one, MICROS, other) : Math.round(about);
}

/** A value in its unit as a plain number. */
export const plainOf = (value: number, { type }: Tree): number => value / scaleOf(type);
