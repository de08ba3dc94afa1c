import type { SourceTree } from "../source-tree.ts";

export interface Problem {
  /** A file, or a folder where a file is missing. */
  readonly path: string;
  readonly line?: number;
  readonly message: string;
  /** What to do about it, in one sentence. */
  readonly remedy: string;
}

export interface Check {
  readonly name: string;
  run(tree: SourceTree): Problem[];
}

export function renderProblem(check: string, { path, line, message, remedy }: Problem): string {
  const place = line === undefined ? path : `${path}:${line}`;
  return `${place}: ${message} [${check}]\n  ${remedy}`;
}
