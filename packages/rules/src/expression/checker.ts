import { type ASTNode, Environment } from "@marcbachmann/cel-js";
import { UNIT_NAMES } from "../environment/types.ts";
import { signatures } from "./algebra.ts";
import { FUNCTIONS } from "./functions.ts";
import type { Scope } from "./scope.ts";

/** The checker only reads types: nothing of an expression is ever run by the library. */
const never = (): never => {
  throw new Error("expressions run as programs of our own");
};

/** The library wants a constructor for each type, and never calls it. */
function NoValue(): void {
  never();
}

const LIMITS = { maxAstNodes: 2000, maxDepth: 64, maxListElements: 100, maxCallArguments: 4 };

function makeBase(): Environment {
  const base = new Environment({ limits: LIMITS });
  for (const unit of UNIT_NAMES) base.registerType(unit, { ctor: NoValue, fields: {} });
  const seen = new Set<string>();
  for (const { left, op, right, result } of signatures()) {
    // The library adds the mirror image of each equality by itself.
    const mirrored = op === "==" && seen.has(`${right} == ${left}`);
    if (!mirrored) base.registerOperator(`${left} ${op} ${right}: ${result}`, never);
    seen.add(`${left} ${op} ${right}`);
  }
  for (const unit of UNIT_NAMES) base.registerOperator(`-${unit}: ${unit}`, never);
  for (const { name, signatures: all } of FUNCTIONS)
    for (const { of, result } of all) base.registerFunction(`${name}(${of.join(", ")}): ${result}`, never);
  return base;
}

let base: Environment | undefined;

/** The library's environment for a scope: one type for each first word, with the second words as its fields. */
export function makeChecker({ facts, parameters, conditions }: Scope): Environment {
  base ??= makeBase();
  const checker = base.clone();
  const spaces = new Map<string, Record<string, string>>();
  const declare = (space: string, field: string, type: string): void => {
    const fields = spaces.get(space) ?? {};
    fields[field] = type;
    spaces.set(space, fields);
  };
  for (const { name, type } of facts.values()) declare(...split(name), type);
  for (const name of parameters.keys()) declare("params", name, "double");
  for (const [space, fields] of spaces) {
    checker.registerType(`${space}_facts`, { ctor: NoValue, fields });
    checker.registerVariable(space, `${space}_facts`);
  }
  for (const name of conditions.keys()) checker.registerVariable(name, "bool");
  return checker;
}

function split(name: string): [string, string] {
  const dot = name.indexOf(".");
  return [name.slice(0, dot), name.slice(dot + 1)];
}

/** `market.bid` for a node that names a fact; a single word for a named condition. */
export function nameOf(node: ASTNode): string | undefined {
  if (node.op === "id") return node.args;
  if (node.op !== ".") return undefined;
  const [inner, field] = node.args;
  const space = nameOf(inner);
  return space === undefined ? undefined : `${space}.${field}`;
}
