import { kept, product, quotient } from "../expression/calculate.ts";
import { STRIDE } from "./opcodes.ts";
import type { Slots } from "./slots.ts";

/** What a run gives when all that is required holds. */
export const ALL_TRUE = -1;

/** For any other outcome: the first leaf that is not true, and whether the whole is UNKNOWN instead of FALSE. */
export const leafOf = (outcome: number): number => outcome >> 1;
export const isUnknown = (outcome: number): boolean => outcome >= 0 && (outcome & 1) === 1;

/** The first operation of those that require; a test holds these numbers against OPERATIONS. */
const REQUIRE = 22;

/**
 * Runs a program over loaded slots. A leaf that is FALSE makes the whole FALSE, wherever it stands; an UNKNOWN one makes it
 * UNKNOWN unless a later one is FALSE; the first that is not TRUE is the blocker either way.
 */
export function run(code: Int32Array, { values, unknown }: Slots): number {
  let blocked = ALL_TRUE;
  for (let at = 0; at < code.length; at += STRIDE) {
    const operation = code[at] as number;
    if (operation < REQUIRE) {
      compute(code, at, values, unknown);
      continue;
    }
    const leaf = code[at + 1] as number;
    const one = code[at + 2] as number;
    const two = operation === REQUIRE ? one : (code[at + 3] as number);
    if (((unknown[one] as number) | (unknown[two] as number)) !== 0) {
      if (blocked === ALL_TRUE) blocked = (leaf << 1) | 1;
    } else if (!isMet(operation, values[one] as number, values[two] as number)) {
      return (blocked === ALL_TRUE ? leaf : blocked >> 1) << 1;
    }
  }
  return blocked;
}

function isMet(operation: number, one: number, other: number): boolean {
  switch (operation) {
    case REQUIRE:
      return one === 1;
    case 23:
      return one === other;
    case 24:
      return one !== other;
    case 25:
      return one < other;
    case 26:
      return one <= other;
    case 27:
      return one > other;
    default:
      return one >= other;
  }
}

function compute(code: Int32Array, at: number, values: Float64Array, unknown: Uint8Array): void {
  const operation = code[at] as number;
  const result = code[at + 1] as number;
  const one = code[at + 2] as number;
  const two = code[at + 3] as number;
  if (operation >= 18) return decide(code, at, values, unknown);
  const binary = operation !== 16;
  if (unknown[one] !== 0 || (binary && unknown[two] !== 0)) {
    unknown[result] = 1;
    return;
  }
  const value = calculate(operation, values[one] as number, values[two] as number);
  values[result] = value;
  unknown[result] = Number.isNaN(value) ? 1 : 0;
}

// oxlint-disable-next-line complexity -- one switch over what makes a number of numbers
function calculate(operation: number, one: number, other: number): number {
  switch (operation) {
    case 0:
      return one === other ? 1 : 0;
    case 1:
      return one !== other ? 1 : 0;
    case 2:
      return one < other ? 1 : 0;
    case 3:
      return one <= other ? 1 : 0;
    case 4:
      return one > other ? 1 : 0;
    case 5:
      return one >= other ? 1 : 0;
    case 6:
      return kept(one + other);
    case 7:
      return kept(one - other);
    case 8:
      return product(one, other, "EXACT");
    case 9:
      return product(one, other, "ROUND");
    case 10:
      return product(one, other, "PLAIN");
    case 11:
      return quotient(one, other, "EXACT");
    case 12:
      return quotient(one, other, "ROUND");
    case 13:
      return quotient(one, other, "PLAIN");
    case 14:
      return Math.min(one, other);
    case 15:
      return Math.max(one, other);
    case 16:
      return Math.abs(one);
    default:
      return one / other;
  }
}

/** Kleene's logic: what is decisive decides, whatever else is unknown. */
function decide(code: Int32Array, at: number, values: Float64Array, unknown: Uint8Array): void {
  const operation = code[at] as number;
  const result = code[at + 1] as number;
  const one = code[at + 2] as number;
  const two = code[at + 3] as number;
  if (operation === 20) {
    unknown[result] = unknown[one] as number;
    values[result] = 1 - (values[one] as number);
    return;
  }
  if (operation === 21) {
    const chosen = values[one] === 1 ? two : (code[at + 4] as number);
    unknown[result] = (unknown[one] as number) | (unknown[chosen] as number);
    values[result] = values[chosen] as number;
    return;
  }
  const decisive = operation === 18 ? 0 : 1;
  const decided = (unknown[one] === 0 && values[one] === decisive) || (unknown[two] === 0 && values[two] === decisive);
  values[result] = decided ? decisive : 1 - decisive;
  unknown[result] = decided ? 0 : (unknown[one] as number) | (unknown[two] as number);
}
