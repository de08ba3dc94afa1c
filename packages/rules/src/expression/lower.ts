import type { ASTNode } from "@marcbachmann/cel-js";
import { adviceFor } from "@bowline/config";
import { parseMicros } from "@bowline/kernel";
import { type Type, isUnit, scaleOf } from "../environment/types.ts";
import { parseMinuteOfDay } from "../exchange-time.ts";
import { sameUnit, typeOfArithmetic } from "./algebra.ts";
import { nameOf } from "./checker.ts";
import { WrongExpression } from "./finding.ts";
import type { Scope } from "./scope.ts";
import type { Arithmetic, Comparison, Tree } from "./tree.ts";

type Node<K extends ASTNode["op"]> = Extract<ASTNode, { readonly op: K }>;

const refuse = ({ start, end }: ASTNode, message: string): never => {
  throw new WrongExpression({ message, start, end });
};

/** An expression whose names and types were found right, as a tree in which every number has the scale of its unit. */
// oxlint-disable-next-line complexity -- the one switch over what CEL can write
export function lower(node: ASTNode, scope: Scope): Tree {
  switch (node.op) {
    case "value":
      return constant(node);
    case "id":
    case ".":
      return named(node, scope);
    case "call":
      return call(node, scope);
    case "!_":
      return { kind: "not", type: "bool", item: lower(node.args, scope) };
    case "-_":
      return negative(node, scope);
    case "&&":
    case "||": {
      const [left, right] = pair(node, scope);
      return { kind: node.op === "&&" ? "all" : "any", type: "bool", left, right };
    }
    case "?:":
      return choose(node, scope);
    case "in":
      return member(node, scope);
    case "+":
    case "-":
    case "*":
    case "/":
      return arithmetic(node, scope);
    case "==":
    case "!=":
    case "<":
    case "<=":
    case ">":
    case ">=":
      return compare(node, scope);
    default:
      return refuse(node, `\`${node.op}\` is not part of the rule language`);
  }
}

const literal = (value: number): Tree => ({ kind: "constant", type: "literal", value });

function pair(node: Node<"&&" | "||" | Arithmetic | Comparison>, scope: Scope): [Tree, Tree] {
  return [lower(node.args[0], scope), lower(node.args[1], scope)];
}

function constant({ args }: Node<"value">): Tree {
  if (typeof args === "string") return { kind: "constant", type: "string", value: 0, text: args };
  if (typeof args === "boolean") return { kind: "constant", type: "bool", value: args ? 1 : 0 };
  return literal(Number(args));
}

function named(node: ASTNode, { facts, parameters, conditions }: Scope): Tree {
  const name = nameOf(node) ?? "";
  const fact = facts.get(name);
  if (fact !== undefined) return { kind: "fact", type: fact.type, fact };
  const condition = conditions.get(name);
  if (condition !== undefined) return condition;
  return literal(parameters.get(name.slice("params.".length)) as number);
}

function negative(node: Node<"-_">, scope: Scope): Tree {
  const item = lower(node.args, scope);
  if (item.kind === "constant") return { ...item, value: -item.value };
  return {
    kind: "arithmetic",
    type: item.type,
    op: "-",
    left: { kind: "constant", type: item.type, value: 0 },
    right: item,
  };
}

/** A number of the file beside something with a unit, in that unit's scale: exactly, or not at all. */
export function inUnit(tree: Tree, unit: Type, node: ASTNode): Tree {
  if (tree.type !== "literal" || tree.kind !== "constant" || !isUnit(unit)) return tree;
  if (scaleOf(unit) === 1) return { ...tree, type: unit };
  const micros = parseMicros(String(tree.value)) ?? parseMicros(tree.value.toFixed(12));
  if (micros === undefined) return refuse(node, `a ${unit} has at most six decimal places, and below nine billion`);
  return { ...tree, type: unit, value: micros };
}

function arithmetic(node: Node<Arithmetic>, scope: Scope): Tree {
  const [left, right] = pair(node, scope);
  const type = typeOfArithmetic(node.op, left.type, right.type) as Type;
  if (left.kind === "constant" && right.kind === "constant" && type === "literal")
    return fold(node, left.value, right.value);
  if (node.op === "*" || node.op === "/")
    return { kind: "arithmetic", type, op: node.op, left: asFactor(left, right), right: asFactor(right, left) };
  return {
    kind: "arithmetic",
    type,
    op: node.op,
    left: inUnit(left, type, node.args[0]),
    right: inUnit(right, type, node.args[1]),
  };
}

/** A number of the file that multiplies or divides millionths is kept in millionths too, where it is one exactly. */
function asFactor(tree: Tree, other: Tree): Tree {
  if (tree.kind !== "constant" || tree.type !== "literal" || scaleOf(other.type) === 1) return tree;
  const micros = parseMicros(String(tree.value));
  return micros === undefined ? tree : { ...tree, type: "ratio", value: micros };
}

function fold(node: Node<Arithmetic>, left: number, right: number): Tree {
  if (node.op === "+") return literal(left + right);
  if (node.op === "-") return literal(left - right);
  if (node.op === "*") return literal(left * right);
  if (right === 0) return refuse(node, "a division by zero");
  const whole = node.args.every((side) => side.op === "value" && typeof side.args === "bigint");
  if (whole && left % right !== 0)
    refuse(node, "whole numbers divide to a whole number in CEL: write one of them with a point, such as `2.0`");
  return literal(left / right);
}

function compare(node: Node<Comparison>, scope: Scope): Tree {
  const [left, right] = pair(node, scope);
  if (left.type === "string") checkWords(node, left, right);
  const unit = sameUnit(left.type, right.type);
  if (unit === undefined) return { kind: "compare", type: "bool", op: node.op, left, right };
  return {
    kind: "compare",
    type: "bool",
    op: node.op,
    left: inUnit(left, unit, node.args[0]),
    right: inUnit(right, unit, node.args[1]),
  };
}

/** A text is compared with what the file writes, and where there is a closed set of values, with one of these. */
function checkWords(node: ASTNode & { readonly args: readonly unknown[] }, left: Tree, right: Tree): void {
  const [first, second] = node.args as [ASTNode, ASTNode];
  const [fact, word, at] = left.kind === "fact" ? [left, right, second] : [right, left, first];
  if (fact.kind !== "fact" || word.kind !== "constant")
    return refuse(node, 'a text is compared with one in quotes, such as `prediction.direction == "LONG"`');
  const { values, name } = fact.fact;
  const text = word.text ?? "";
  if (values !== undefined && !values.includes(text))
    refuse(at, `\`${name}\` is never "${text}"; ${adviceFor(text, values)}`);
}

/** `x in ["a", "b"]` as comparisons of x with each. */
function member(node: Node<"in">, scope: Scope): Tree {
  const [first, list] = node.args;
  const left = lower(first, scope);
  if (list.op !== "list" || list.args.length === 0) return refuse(list, 'a list such as `["LONG", "SHORT"]` is needed');
  return list.args
    .map((item): Tree => {
      const right = lower(item, scope);
      if (left.type !== "string" || right.type !== "string") return refuse(node, "`in` goes with texts");
      const equal = { ...node, args: [first, item] } as unknown as ASTNode & { readonly args: readonly unknown[] };
      checkWords(equal, left, right);
      return { kind: "compare", type: "bool", op: "==", left, right };
    })
    .reduce((left, right) => ({ kind: "any", type: "bool", left, right }));
}

function choose(node: Node<"?:">, scope: Scope): Tree {
  const [condition, left, right] = node.args.map((part) => lower(part, scope)) as [Tree, Tree, Tree];
  if (left.type === "string") return refuse(node, "`? :` goes with numbers and with true or false");
  const type = left.type === right.type ? left.type : sameUnit(left.type, right.type);
  if (type === undefined) return refuse(node, "both sides of `:` must have one unit");
  return {
    kind: "choose",
    type,
    condition,
    left: inUnit(left, type, node.args[1]),
    right: inUnit(right, type, node.args[2]),
  };
}

function call(node: Node<"call">, scope: Scope): Tree {
  const [name, args] = node.args;
  const items = args.map((argument) => lower(argument, scope));
  const [left, right] = items as [Tree, Tree];
  if (name === "time") return timeOfDay(node, left);
  if (name === "abs") return { kind: "absolute", type: left.type, item: left };
  if (name === "number") return { kind: "plain", type: "number", item: left };
  const unit = sameUnit(left.type, right.type) as Type;
  return {
    kind: name === "min" ? "smaller" : "greater",
    type: unit,
    left: inUnit(left, unit, args[0] as ASTNode),
    right: inUnit(right, unit, args[1] as ASTNode),
  };
}

function timeOfDay(node: Node<"call">, text: Tree): Tree {
  const minute = text.kind === "constant" ? parseMinuteOfDay(text.text ?? "") : undefined;
  if (minute === undefined) return refuse(node, 'a time of day is "HH:MM" in exchange time, such as "09:45"');
  return { kind: "constant", type: "minutes", value: minute };
}
