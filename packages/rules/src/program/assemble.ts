import { scaleOf } from "../environment/types.ts";
import { wayOf } from "../expression/calculate.ts";
import { type Comparison, type Tree, factsIn } from "../expression/tree.ts";
import { type Operation, codeOf } from "./opcodes.ts";
import type { Layout, Place } from "./slots.ts";

/** The conditions of a rule as a flat program: all of these must be true, in this order. */
export type Program = {
  readonly code: Int32Array;
  /** The facts that it looks at, apart from the rule's own history. */
  readonly shared: readonly Place[];
  /** Facts about the rule's own history. */
  readonly own: readonly Place[];
};

const COMPARE: Readonly<Record<Comparison, "EQ" | "NE" | "LT" | "LE" | "GT" | "GE">> = {
  "==": "EQ",
  "!=": "NE",
  "<": "LT",
  "<=": "LE",
  ">": "GT",
  ">=": "GE",
};

/** Makes the program of a rule; the layout is that of the whole file, so that rules share facts and numbers. */
export function assemble(required: readonly Tree[], layout: Layout): Program {
  const code: number[] = [];
  const write: Write = (operation, result, ...operands) => {
    const [one = 0, two = 0, three = 0] = operands;
    code.push(codeOf(operation), result, one, two, three);
  };
  required.forEach((tree, leaf) => {
    if (tree.kind === "compare")
      write(`REQUIRE_${COMPARE[tree.op]}`, leaf, ...[tree.left, tree.right].map((side) => emit(side, layout, write)));
    else write("REQUIRE", leaf, emit(tree, layout, write));
  });
  const facts = [...new Set(required.flatMap(factsIn))];
  const places = facts.map((fact) => ({ fact, slot: layout.slotOfFact(fact) }));
  const isOwn = ({ fact }: Place): boolean => fact.name.startsWith("rule.");
  return { code: Int32Array.from(code), shared: places.filter((place) => !isOwn(place)), own: places.filter(isOwn) };
}

type Write = (operation: Operation, result: number, ...operands: readonly number[]) => void;

/** Writes what computes a tree; returns the slot where its value is then. */
function emit(tree: Tree, layout: Layout, write: Write): number {
  if (tree.kind === "constant")
    return tree.text === undefined ? layout.slotOfNumber(tree.value) : layout.slotOfText(tree.text);
  if (tree.kind === "fact") return layout.slotOfFact(tree.fact);
  const operands = operandsOf(tree).map((part) => emit(part, layout, write));
  if (tree.kind === "plain") operands.push(layout.slotOfNumber(scaleOf(tree.item.type)));
  const result = layout.fresh();
  write(operationOf(tree), result, ...operands);
  return result;
}

type Inner = Exclude<Tree, { kind: "constant" | "fact" }>;

function operandsOf(tree: Inner): readonly Tree[] {
  if ("item" in tree) return [tree.item];
  return tree.kind === "choose" ? [tree.condition, tree.left, tree.right] : [tree.left, tree.right];
}

// oxlint-disable-next-line complexity -- one operation for each kind of tree
function operationOf(tree: Inner): Operation {
  switch (tree.kind) {
    case "compare":
      return COMPARE[tree.op];
    case "arithmetic":
      if (tree.op === "+") return "ADD";
      if (tree.op === "-") return "SUB";
      return `${tree.op === "*" ? "MUL" : "DIV"}_${wayOf(tree)}`;
    case "smaller":
      return "MIN";
    case "greater":
      return "MAX";
    case "absolute":
      return "ABS";
    case "plain":
      return "PLAIN";
    case "all":
      return "AND";
    case "any":
      return "OR";
    case "not":
      return "NOT";
    default:
      return "CHOOSE";
  }
}
