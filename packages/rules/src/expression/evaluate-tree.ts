import type { Facts } from "../facts.ts";
import { kept, plainOf, product, quotient, wayOf } from "./calculate.ts";
import type { Comparison, Tree } from "./tree.ts";

/** A number in the scale of its unit, a bool as 0 or 1, a text; `undefined` is UNKNOWN. */
export type Value = number | string | undefined;

/**
 * Walks a tree with Kleene's logic: `false && unknown` is false, `true || unknown` is true, everything else with an unknown part
 * is unknown. The plain counterpart of the program, for decision records and as the oracle of its tests.
 */
export function evaluateTree(tree: Tree, facts: Facts): Value {
  switch (tree.kind) {
    case "constant":
      return tree.text ?? tree.value;
    case "fact":
      return known(tree.fact.read(facts));
    case "all":
    case "any":
      return combined(tree, facts);
    case "not": {
      const item = evaluateTree(tree.item, facts);
      return item === undefined ? undefined : 1 - (item as number);
    }
    case "choose": {
      const condition = evaluateTree(tree.condition, facts);
      return condition === undefined ? undefined : evaluateTree(condition === 1 ? tree.left : tree.right, facts);
    }
    case "compare":
      return compared(tree, facts);
    default:
      return calculated(tree, facts);
  }
}

type Of<K extends Tree["kind"]> = Extract<Tree, { kind: K }>;

function known(value: number | boolean | string | undefined): Value {
  if (typeof value === "boolean") return value ? 1 : 0;
  return typeof value === "number" && !Number.isFinite(value) ? undefined : value;
}

function combined(tree: Of<"all" | "any">, facts: Facts): Value {
  const decisive = tree.kind === "all" ? 0 : 1;
  const left = evaluateTree(tree.left, facts);
  const right = evaluateTree(tree.right, facts);
  if (left === decisive || right === decisive) return decisive;
  return left === undefined || right === undefined ? undefined : 1 - decisive;
}

function compared({ op, left, right }: Of<"compare">, facts: Facts): Value {
  const [one, other] = [evaluateTree(left, facts), evaluateTree(right, facts)];
  return one === undefined || other === undefined ? undefined : holds(op, one, other) ? 1 : 0;
}

function holds(op: Comparison, one: number | string, other: number | string): boolean {
  switch (op) {
    case "==":
      return one === other;
    case "!=":
      return one !== other;
    case "<":
      return one < other;
    case "<=":
      return one <= other;
    case ">":
      return one > other;
    case ">=":
      return one >= other;
    default:
      return false;
  }
}

function calculated(tree: Of<"arithmetic" | "smaller" | "greater" | "absolute" | "plain">, facts: Facts): Value {
  if (tree.kind === "absolute" || tree.kind === "plain") {
    const item = evaluateTree(tree.item, facts) as number | undefined;
    if (item === undefined) return undefined;
    return tree.kind === "absolute" ? Math.abs(item) : plainOf(item, tree.item);
  }
  const one = evaluateTree(tree.left, facts) as number | undefined;
  const other = evaluateTree(tree.right, facts) as number | undefined;
  if (one === undefined || other === undefined) return undefined;
  const value = ofBoth(tree, one, other);
  return Number.isNaN(value) ? undefined : value;
}

function ofBoth(tree: Of<"arithmetic" | "smaller" | "greater">, one: number, other: number): number {
  if (tree.kind === "smaller") return Math.min(one, other);
  if (tree.kind === "greater") return Math.max(one, other);
  if (tree.op === "+") return kept(one + other);
  if (tree.op === "-") return kept(one - other);
  return tree.op === "*" ? product(one, other, wayOf(tree)) : quotient(one, other, wayOf(tree));
}
