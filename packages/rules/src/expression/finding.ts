/** What is wrong with an expression, and which characters of it. */
export type ExpressionFinding = { readonly message: string; readonly start: number; readonly end: number };

/** Thrown while an expression is compiled, and caught where that began. */
export class WrongExpression extends Error {
  readonly finding: ExpressionFinding;
  constructor(finding: ExpressionFinding) {
    super(finding.message);
    this.finding = finding;
  }
}

/** The expression with a line of carets under what is meant. */
export function underline(text: string, { start, end }: ExpressionFinding): string {
  const lineStart = text.lastIndexOf("\n", start - 1) + 1;
  const lineEnd = text.indexOf("\n", start);
  const line = text.slice(lineStart, lineEnd === -1 ? text.length : lineEnd);
  const width = Math.max(1, Math.min(end - start, line.length - (start - lineStart)));
  return `    ${line}\n    ${" ".repeat(start - lineStart)}${"^".repeat(width)}`;
}
