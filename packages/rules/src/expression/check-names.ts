import type { ASTNode } from "@marcbachmann/cel-js";
import { nearestWord } from "@bowline/config";
import { nameOf } from "./checker.ts";
import { WrongExpression } from "./finding.ts";
import { FUNCTIONS } from "./functions.ts";
import { type Scope, namesOf } from "./scope.ts";

/** Refuses what the language has not: an unknown name, with the one that was likely meant, and constructs of CEL that rules have no use for. */
// oxlint-disable-next-line complexity -- the one switch over what CEL can write
export function checkNames(node: ASTNode, scope: Scope): void {
  switch (node.op) {
    case "id":
    case ".":
      return checkName(node, scope);
    case "value":
      return checkValue(node);
    case "call":
      return checkCall(node, scope);
    case "!_":
    case "-_":
      return checkNames(node.args, scope);
    case "list":
      return node.args.forEach((item) => checkNames(item, scope));
    case "?:":
    case "||":
    case "&&":
    case "==":
    case "!=":
    case "<":
    case "<=":
    case ">":
    case ">=":
    case "+":
    case "-":
    case "*":
    case "/":
    case "in":
      return node.args.forEach((item) => checkNames(item, scope));
    default:
      return refuse(node, `${constructOf(node)} is not part of the rule language`);
  }
}

function refuse({ start, end }: ASTNode, message: string): never {
  throw new WrongExpression({ message, start, end });
}

function constructOf(node: ASTNode): string {
  if (node.op === "rcall") return `\`.${node.args[0]}(…)\``;
  if (node.op === "map") return "`{…}`";
  return node.op === "[]" ? "`[…]` behind a name" : `\`${node.op}\``;
}

function checkName(node: ASTNode, scope: Scope): void {
  const name = nameOf(node);
  if (name === undefined) return refuse(node, "a name of two words, such as `market.bid`, is needed");
  const { facts, parameters, conditions } = scope;
  if (facts.has(name) || conditions.has(name) || parameters.has(name.replace(/^params\./, ""))) {
    if (!name.startsWith("params.") && parameters.has(name) && !conditions.has(name))
      refuse(node, `\`${name}\` is a parameter: write \`params.${name}\``);
    return;
  }
  refuse(node, `nothing is called \`${name}\`; ${adviceOn(name, scope)}`);
}

/** First words whose second the file itself declares, and where. */
const DECLARED: Readonly<Record<string, string>> = { ind: "indicators", params: "parameters", vars: "vars" };

/** The nearest name; else those with the same first word; else the first words that there are. */
function adviceOn(name: string, scope: Scope): string {
  const names = namesOf(scope);
  const nearest = nearestWord(name, names);
  if (nearest !== undefined) return `did you mean \`${nearest}\`?`;
  const [space = ""] = name.split(".");
  const inSpace = names.filter((known) => known.startsWith(`${space}.`));
  if (inSpace.length > 0) return `there are ${inSpace.join(", ")}`;
  const key = DECLARED[space];
  if (key !== undefined) return `the file declares none under \`${key}\``;
  const spaces = names.filter((known) => known.includes(".")).map((known) => known.split(".")[0]);
  return `names begin with ${[...new Set([...spaces, ...Object.keys(DECLARED)])].join(", ")}`;
}

function checkValue(node: ASTNode & { op: "value" }): void {
  const { args } = node;
  if (typeof args === "bigint" || typeof args === "number" || typeof args === "string" || typeof args === "boolean")
    return;
  refuse(
    node,
    args === null ? "there is no null: what is missing is UNKNOWN" : "a number, a text, true or false is needed",
  );
}

function checkCall(node: ASTNode & { op: "call" }, scope: Scope): void {
  const [name, args] = node.args;
  const known = FUNCTIONS.map((one) => one.name);
  if (!known.includes(name)) {
    const nearest = nearestWord(name, known);
    const advice = nearest === undefined ? `there are ${known.join(", ")}` : `did you mean \`${nearest}\`?`;
    refuse(node, `no function is called \`${name}\`; ${advice}`);
  }
  for (const argument of args) checkNames(argument, scope);
}
