import type { Fact } from "../environment/define-fact.ts";
import type { FactType, Type } from "../environment/types.ts";

export const COMPARISONS = ["==", "!=", "<", "<=", ">", ">="] as const;
export type Comparison = (typeof COMPARISONS)[number];
export const ARITHMETIC = ["+", "-", "*", "/"] as const;
export type Arithmetic = (typeof ARITHMETIC)[number];

/**
 * An expression after names and types were checked: what the program is made from, and what the plain evaluator walks. Numbers are
 * in the scale of their unit; a bool is 0 or 1; a text stays a text until the program is assembled.
 */
export type Tree =
  | { readonly kind: "constant"; readonly type: Type; readonly value: number; readonly text?: string }
  | { readonly kind: "fact"; readonly type: FactType; readonly fact: Fact }
  | {
      readonly kind: "arithmetic";
      readonly type: Type;
      readonly op: Arithmetic;
      readonly left: Tree;
      readonly right: Tree;
    }
  | { readonly kind: "smaller"; readonly type: Type; readonly left: Tree; readonly right: Tree }
  | { readonly kind: "greater"; readonly type: Type; readonly left: Tree; readonly right: Tree }
  | { readonly kind: "absolute"; readonly type: Type; readonly item: Tree }
  /** The same value as a plain number: dollars, shares, … */
  | { readonly kind: "plain"; readonly type: "number"; readonly item: Tree }
  | {
      readonly kind: "compare";
      readonly type: "bool";
      readonly op: Comparison;
      readonly left: Tree;
      readonly right: Tree;
    }
  | { readonly kind: "all" | "any"; readonly type: "bool"; readonly left: Tree; readonly right: Tree }
  | { readonly kind: "not"; readonly type: "bool"; readonly item: Tree }
  | {
      readonly kind: "choose";
      readonly type: Type;
      readonly condition: Tree;
      readonly left: Tree;
      readonly right: Tree;
    };

/** The parts of a tree, left to right. */
function partsOf(tree: Tree): readonly Tree[] {
  switch (tree.kind) {
    case "constant":
    case "fact":
      return [];
    case "absolute":
    case "plain":
    case "not":
      return [tree.item];
    case "choose":
      return [tree.condition, tree.left, tree.right];
    default:
      return [tree.left, tree.right];
  }
}

const factsByTree = new WeakMap<Tree, readonly Fact[]>();

/** The facts that a tree looks at, each once, in the order of the text. Asked for each record: a tree does not change. */
export function factsIn(tree: Tree): readonly Fact[] {
  const known = factsByTree.get(tree);
  if (known !== undefined) return known;
  const own = tree.kind === "fact" ? [tree.fact] : [];
  const found = [...new Set([...own, ...partsOf(tree).flatMap(factsIn)])];
  factsByTree.set(tree, found);
  return found;
}
