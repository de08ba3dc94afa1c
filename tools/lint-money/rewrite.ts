import { parseSync } from "oxc-parser";

/** The functions that stand for the operators in the shadow tree; `shadow.ts` declares their types. */
export const PRODUCT = "__product";
export const SUM = "__sum";

const FUNCTIONS: Readonly<Record<string, string>> = {
  "*": PRODUCT,
  "/": PRODUCT,
  "**": PRODUCT,
  "+": SUM,
  "-": SUM,
};

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}
interface Operation extends Node {
  readonly operator: string;
  readonly left: Node;
  readonly right: Node;
}
interface Edit {
  readonly at: number;
  readonly until: number;
  readonly text: string;
}

/**
 * Writes every arithmetic operator as a call, `a * b` as `__product(a, b)`, so that the compiler's own types judge the
 * operands. Keeps every line on its line. Throws where the file does not parse.
 */
export function rewriteArithmetic(path: string, source: string): string {
  const { program, errors } = parseSync(path, source);
  if (errors.length > 0) throw new Error(`${path} does not parse: ${errors[0]?.message ?? ""}`);
  const edits: Edit[] = [];
  visit(program, (operation) => edits.push(...editsOf(operation, source)));
  return applyEdits(source, edits);
}

function editsOf(operation: Operation, source: string): Edit[] {
  const { start, end, left, right, operator } = operation;
  const assigns = operation.type === "AssignmentExpression";
  const name = FUNCTIONS[assigns ? operator.slice(0, -1) : operator];
  if (name === undefined || (assigns && !operator.endsWith("="))) return [];
  const target = assigns ? `${source.slice(left.start, left.end)} = ` : "";
  const lines = source.slice(left.end, right.start).replaceAll(/[^\n]/g, "");
  return [
    { at: start, until: start, text: `${target}${name}(` },
    { at: left.end, until: right.start, text: `,${lines}` },
    { at: end, until: end, text: ")" },
  ];
}

/** Walks the tree, inner operations first: their closing brackets then come before the outer ones' at the same place. */
function visit(node: unknown, found: (operation: Operation) => void): void {
  if (Array.isArray(node)) {
    for (const child of node) visit(child, found);
    return;
  }
  if (typeof node !== "object" || node === null) return;
  for (const child of Object.values(node)) visit(child, found);
  if ("type" in node && (node.type === "BinaryExpression" || node.type === "AssignmentExpression"))
    found(node as Operation);
}

/** Edits at the same place: insertions before replacements, outer openings before inner ones. */
function applyEdits(source: string, edits: readonly Edit[]): string {
  const ordered = edits
    .map((edit, order) => ({ ...edit, order }))
    .toSorted((a, b) => a.at - b.at || Number(isOpening(b)) - Number(isOpening(a)) || openingOrder(a, b));
  let text = "";
  let position = 0;
  for (const edit of ordered) {
    text += source.slice(position, edit.at) + edit.text;
    position = edit.until;
  }
  return text + source.slice(position);
}

const isOpening = (edit: Edit): boolean => edit.text.endsWith("(");

function openingOrder(a: Edit & { order: number }, b: Edit & { order: number }): number {
  if (isOpening(a)) return b.order - a.order;
  return a.order - b.order;
}
