import { UNIT_NAMES, type Type, isUnit } from "../environment/types.ts";
import { ARITHMETIC, type Arithmetic, COMPARISONS } from "./tree.ts";

/** Units of which a fraction is the same unit again. */
const FRACTIONED: ReadonlySet<Type> = new Set<Type>(["price", "money", "shares"]);

/**
 * The type of `left op right`, or `undefined` where that makes no sense, such as dollars plus minutes. One table for the type
 * checker and for the compiler.
 */
export function typeOfArithmetic(op: Arithmetic, left: Type, right: Type): Type | undefined {
  if (left === "literal" && right === "literal") return "literal";
  if (op === "+" || op === "-") return sameUnit(left, right);
  return op === "*" ? typeOfProduct(left, right) : typeOfQuotient(left, right);
}

/** Whether two values may be compared; for texts and bools only by `==` and `!=`. */
function areComparable(op: string, left: Type, right: Type): boolean {
  if (left === "string" || left === "bool") return left === right && (op === "==" || op === "!=");
  return (left === "literal" && right === "literal") || sameUnit(left, right) !== undefined;
}

/** The unit that two numbers share; a number that the file writes takes that of the other. */
export function sameUnit(left: Type, right: Type): Type | undefined {
  if (left === "literal") return isUnit(right) ? right : undefined;
  if (!isUnit(left)) return undefined;
  return right === left || right === "literal" ? left : undefined;
}

function typeOfProduct(left: Type, right: Type): Type | undefined {
  for (const [one, other] of [
    [left, right],
    [right, left],
  ] as const) {
    if (isUnit(one) && (other === "literal" || other === "number")) return one;
    if (FRACTIONED.has(one) && other === "ratio") return one;
    if (one === "price" && other === "shares") return "money";
  }
  return undefined;
}

function typeOfQuotient(left: Type, right: Type): Type | undefined {
  if (left === "literal") return right === "number" ? "number" : undefined;
  if (!isUnit(left)) return undefined;
  if (right === "literal" || right === "number") return left;
  if (right === left) return "number";
  if (left !== "money") return undefined;
  return right === "shares" ? "price" : right === "price" ? "shares" : undefined;
}

/** A signature for the type checker: `price < double` and what it gives. */
export type Signature = { readonly left: string; readonly op: string; readonly right: string; readonly result: string };

const OPERANDS: readonly Type[] = [...UNIT_NAMES, "literal"];
const celNames = (type: Type): readonly string[] => (type === "literal" ? ["int", "double"] : [type]);

/** Every pair of operands that makes sense, numbers of the file as `int` and `double`. */
export function signatures(): readonly Signature[] {
  const found: Signature[] = [];
  for (const left of OPERANDS)
    for (const right of OPERANDS) {
      for (const op of COMPARISONS)
        if (op !== "!=" && areComparable(op, left, right)) found.push(...spelled(left, op, right, "bool"));
      for (const op of ARITHMETIC) {
        const result = typeOfArithmetic(op, left, right);
        if (result !== undefined) found.push(...spelled(left, op, right, result === "literal" ? "double" : result));
      }
    }
  return found;
}

function spelled(left: Type, op: string, right: Type, result: string): Signature[] {
  const all = celNames(left).flatMap((one) =>
    celNames(right).map((other) => ({ left: one, op, right: other, result })),
  );
  // What CEL has itself is left alone: an int with an int, a double with a double, comparisons of both.
  if (left !== "literal" || right !== "literal") return all;
  return op === "<" || op === "<=" || op === ">" || op === ">=" || op === "=="
    ? []
    : all.filter((signature) => signature.left !== signature.right);
}
