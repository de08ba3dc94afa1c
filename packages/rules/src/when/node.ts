import type { DecisionLeaf } from "@bowline/contracts";
import { evaluateTree } from "../expression/evaluate-tree.ts";
import { type Tree, factsIn } from "../expression/tree.ts";
import type { Facts } from "../facts.ts";
import { showFact } from "../show-value.ts";
import type { Truth } from "../truth.ts";

/** What a rule requires, with the words that decision records use: leaves, and what holds them together. */
export type WhenNode =
  | {
      readonly kind: "leaf";
      readonly name: string;
      readonly threshold: string;
      readonly tree: Tree;
      show?(facts: Facts): string | undefined;
    }
  | { readonly kind: "all" | "any"; readonly items: readonly WhenNode[] }
  | { readonly kind: "not"; readonly item: WhenNode }
  /** A named condition of the file. */
  | { readonly kind: "named"; readonly name: string; readonly item: WhenNode };

const ALWAYS: Tree = { kind: "constant", type: "bool", value: 1 };
const NEVER: Tree = { kind: "constant", type: "bool", value: 0 };

/** The expression that a node comes to. */
export function treeOf(node: WhenNode): Tree {
  switch (node.kind) {
    case "leaf":
      return node.tree;
    case "named":
      return treeOf(node.item);
    case "not":
      return { kind: "not", type: "bool", item: treeOf(node.item) };
    default: {
      const { kind } = node;
      const [first, ...rest] = node.items.map(treeOf);
      if (first === undefined) return kind === "all" ? ALWAYS : NEVER;
      return rest.reduce<Tree>((left, right) => ({ kind, type: "bool", left, right }), first);
    }
  }
}

/** What must hold one by one: `all` inside `all` is one list, also under a name. Each with the names that lead to it. */
export function requirementsOf(node: WhenNode, prefix = ""): readonly Requirement[] {
  if (node.kind === "all") return node.items.flatMap((item) => requirementsOf(item, prefix));
  if (node.kind === "named" && isList(node.item)) return requirementsOf(node.item, `${prefix}${node.name} › `);
  return [{ node, prefix, tree: treeOf(node), name: `${prefix}${nameOf(node)}` }];
}

const isList = (node: WhenNode): boolean => node.kind === "all" || node.kind === "named";

/** One thing that a rule requires; its name is what a record calls the blocker. */
export type Requirement = {
  readonly node: WhenNode;
  readonly prefix: string;
  readonly tree: Tree;
  readonly name: string;
};

function nameOf(node: WhenNode): string {
  switch (node.kind) {
    case "leaf":
    case "named":
      return node.name;
    case "not":
      return `not ${nameOf(node.item)}`;
    default:
      return `${node.kind} of ${node.items.map(nameOf).join(", ")}`;
  }
}

/** A requirement as the record shows it: what lies inside stands below it, with its name before theirs. */
export const explainRequirement = ({ node, prefix }: Requirement, facts: Facts): readonly DecisionLeaf[] =>
  explain(node, facts, prefix);

function explain(node: WhenNode, facts: Facts, prefix: string): readonly DecisionLeaf[] {
  const result = truthOfTree(treeOf(node), facts);
  const name = `${prefix}${nameOf(node)}`;
  if (node.kind === "leaf") return [{ name, value: valueOf(node, facts), threshold: node.threshold, result }];
  const inner = node.kind === "not" || node.kind === "named" ? [node.item] : node.items;
  const below = inner.flatMap((item) =>
    explain(item, facts, `${prefix}${node.kind === "named" ? node.name : node.kind} › `),
  );
  const value = result === "UNKNOWN" ? missing(treeOf(node), facts) : result.toLowerCase();
  return [{ name, value, threshold: THRESHOLDS[node.kind], result }, ...below];
}

const THRESHOLDS = { any: "one true", all: "all true", not: "false inside", named: "true" } as const;

function truthOfTree(tree: Tree, facts: Facts): Truth {
  const value = evaluateTree(tree, facts);
  return value === undefined ? "UNKNOWN" : value === 1 ? "TRUE" : "FALSE";
}

type Leaf = Extract<WhenNode, { kind: "leaf" }>;

/** The value that was compared; UNKNOWN with the names of what is missing. */
function valueOf({ tree, show }: Leaf, facts: Facts): string {
  if (evaluateTree(tree, facts) === undefined) return missing(tree, facts);
  const shown = show?.(facts);
  if (shown !== undefined) return shown;
  const seen = factsIn(tree).map((fact) => [fact.name, showFact(fact, facts) ?? "UNKNOWN"] as const);
  const [first] = seen;
  if (first === undefined) return "true or false as it is written";
  return seen.length === 1 ? first[1] : seen.map(([name, value]) => `${name}=${value}`).join(", ");
}

/** Where nothing is missing, a calculation left the range that is exact. */
function missing(tree: Tree, facts: Facts): string {
  const names = factsIn(tree).flatMap((fact) => (showFact(fact, facts) === undefined ? [fact.name] : []));
  return names.length === 0 ? "UNKNOWN: a number out of range" : `UNKNOWN: ${names.join(", ")}`;
}
