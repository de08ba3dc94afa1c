import type { CompiledStrategy } from "./compiled.ts";

/** What a lint found, and where: the keys that lead to it in the file. */
export type LintFinding = { readonly at: readonly PropertyKey[]; readonly message: string };

/** Looks for what is allowed and yet most likely not meant. */
export type Lint = {
  /** Stable, SCREAMING_SNAKE. */
  readonly code: string;
  /** What it finds, for the reference page. */
  readonly doc: string;
  /** `written` is the file as it stands there, references and all. */
  find(strategy: CompiledStrategy, written: unknown): readonly LintFinding[];
};

export const defineLint = (lint: Lint): Lint => lint;
