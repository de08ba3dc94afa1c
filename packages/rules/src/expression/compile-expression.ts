import { type ASTNode, type Environment, ParseError, TypeError as CelTypeError } from "@marcbachmann/cel-js";
import type { FactType } from "../environment/types.ts";
import { type Result, err, ok } from "@bowline/kernel";
import { type ExpressionFinding, WrongExpression } from "./finding.ts";
import { makeChecker } from "./checker.ts";
import { checkNames } from "./check-names.ts";
import { inUnit, lower } from "./lower.ts";
import type { Scope } from "./scope.ts";
import type { Tree } from "./tree.ts";

/** Reads expressions of one scope. */
export type ExpressionReader = {
  /** An expression of a type, true or false where it is left out, with names and types checked; else the first thing that is wrong with it. */
  read(text: string, type?: FactType): Result<Tree, ExpressionFinding>;
};

export function makeReader(scope: Scope): ExpressionReader {
  const checker = makeChecker(scope);
  return { read: (text, wanted = "bool") => read(text, wanted, { scope, checker }) };
}

type Language = { readonly scope: Scope; readonly checker: Environment };

function read(text: string, wanted: FactType, { scope, checker }: Language): Result<Tree, ExpressionFinding> {
  try {
    const parsed = checker.parse(text);
    checkNames(parsed.ast, scope);
    const { valid, error, type } = parsed.check();
    if (!valid) throw error ?? new Error("the type checker gave no reason");
    const tree = type === wanted || isNumber(type) ? inUnit(lower(parsed.ast, scope), wanted, parsed.ast) : undefined;
    if (tree?.type === wanted) return ok(tree);
    return err(finding(parsed.ast, `${article(wanted)} is needed, this is ${article(type ?? "?")}`));
  } catch (failure) {
    if (failure instanceof WrongExpression) return err(failure.finding);
    if (failure instanceof ParseError || failure instanceof CelTypeError) return err(ofLibrary(text, failure));
    throw failure;
  }
}

/** A number that the file writes takes the unit that is needed. */
const isNumber = (type: string | undefined): boolean => type === "int" || type === "double";

const finding = ({ start, end }: ASTNode, message: string): ExpressionFinding => ({ message, start, end });

function ofLibrary(text: string, { summary, range }: ParseError | CelTypeError): ExpressionFinding {
  const { start, end } = range ?? { start: 0, end: text.length };
  return { message: inWords(summary), start, end };
}

/** The library's words for a wrong type, in those of a rule file. */
function inWords(summary: string): string {
  const operator = /^no such overload: (\w+) (\S+) (\w+)(?:<.*>)?$/.exec(summary);
  if (operator !== null) {
    const [, left = "", op = "", right = ""] = operator;
    return `\`${op}\` does not go between ${article(left)} and ${article(right)}`;
  }
  const unexpected = /^Unexpected token: (.*)$/.exec(summary)?.[1];
  if (unexpected === "EOF") return "the expression ends too early";
  if (unexpected !== undefined) return `\`${unexpected}\` is not expected here`;
  return summary.charAt(0).toLowerCase() + summary.slice(1);
}

const NOUNS: Readonly<Record<string, string>> = {
  int: "a number",
  double: "a number",
  bool: "true or false",
  string: "a text",
  money: "money",
  shares: "shares",
  minutes: "minutes",
  bars: "bars",
  bps: "basis points",
  percent: "a percentage",
  number: "a plain number",
};

const article = (type: string): string => NOUNS[type] ?? `a ${type}`;
