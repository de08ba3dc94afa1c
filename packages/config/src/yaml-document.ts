import { type Result, err, ok } from "@bowline/kernel";
import {
  type Document,
  LineCounter,
  type Node,
  type Scalar,
  type YAMLParseError,
  isMap,
  isNode,
  isScalar,
  parseDocument,
} from "yaml";
import type { z } from "zod";
import type { ConfigError } from "./config-error.ts";

/** A position inside a YAML file: where a value, or its key, stands. */
export type Locate = (path: readonly PropertyKey[]) => { readonly line: number; readonly column: number };

export type ParsedYaml<T> = {
  readonly value: T;
  /** Finds the place of a path, for findings that the schema alone cannot make. */
  readonly locate: Locate;
  /** A finding of the caller's at a path of this file. */
  errorAt(path: readonly PropertyKey[], message: string): ConfigError;
  /** A finding inside the text that stands at a path, so many characters from the text's beginning. */
  errorInside(path: readonly PropertyKey[], offset: number, message: string): ConfigError;
};

/** YAML text held against a schema. Unknown keys, wrong types and broken YAML come back with file, line and column. */
export function parseYaml<S extends z.ZodType>(
  text: string,
  file: string,
  schema: S,
): Result<ParsedYaml<z.output<S>>, readonly ConfigError[]> {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false, uniqueKeys: true });
  const [broken] = document.errors;
  // What follows the first is most often its consequence.
  if (broken !== undefined)
    return err([{ file, ...place(counter, broken.pos[0]), path: "", message: brokenMessage(broken) }]);
  const locate: Locate = (path) => locateIn(document, counter, path);
  const parsed = schema.safeParse(document.toJS() ?? {});
  if (!parsed.success) {
    return err(
      parsed.error.issues.flatMap((issue) =>
        issuePaths(issue).map((path) => ({
          file,
          ...(isAtKey(issue, path) ? locateKey(document, counter, path) : locate(path)),
          path: formatPath(path),
          message: issueMessage(issue),
        })),
      ),
    );
  }
  return ok({
    value: parsed.data,
    locate,
    errorAt: (path, message) => ({ file, ...locate(path), path: formatPath(path), message }),
    errorInside: (path, offset, message) => ({
      file,
      ...place(counter, offsetInside(document, text, path, offset)),
      path: formatPath(path),
      message,
    }),
  });
}

/** An unknown key is reported at the key itself. */
function issuePaths(issue: z.core.$ZodIssue): PropertyKey[][] {
  if (issue.code === "unrecognized_keys") return issue.keys.map((key) => [...issue.path, key]);
  return [[...issue.path]];
}

/** An unknown key, one that breaks its own rule, or a finding that begins with the name which stands there as a key. */
function isAtKey(issue: z.core.$ZodIssue, path: readonly PropertyKey[]): boolean {
  if (issue.code === "unrecognized_keys" || issue.code === "invalid_key") return true;
  const named = /^(?:unknown [a-z]+ )?`(?:\{ )?([\w-]+)/.exec(issue.message)?.[1];
  return issue.code === "custom" && named !== undefined && named === path.at(-1);
}

const PLAIN: Readonly<Record<string, string>> = {
  BLOCK_AS_IMPLICIT_KEY: "this does not fit here: what belongs together is indented alike",
  MULTILINE_IMPLICIT_KEY: "a key stands on one line, with `: ` behind it",
  TAB_AS_INDENT: "YAML is indented by spaces",
};

/** The parser's own words beside plain ones: an editor, or a search, may know the former. */
const brokenMessage = ({ code, message }: YAMLParseError): string =>
  code in PLAIN ? `${PLAIN[code]} (${message})` : message;

/** A key that breaks its own rule says which rule. */
const issueMessage = (issue: z.core.$ZodIssue): string =>
  issue.code === "invalid_key" ? issue.issues.map((inner) => inner.message).join("; ") : issue.message;

function place(counter: LineCounter, offset: number): { line: number; column: number } {
  const { line, col } = counter.linePos(offset);
  return { line, column: col };
}

/**
 * Where a character of a text value stands in the file. Quotes, line breaks and indentation are all that the file has besides the
 * value's own characters, so these are looked for one after the other; an escape in a quoted text stops the search there.
 */
function offsetInside(document: Document.Parsed, text: string, path: readonly PropertyKey[], offset: number): number {
  const node = document.getIn(path, true);
  if (!isScalar(node) || typeof node.value !== "string" || !node.range) return 0;
  const [start, end] = node.range;
  let at = contentStart(node, text, start);
  for (const character of node.value.slice(0, offset)) {
    if (/\s/.test(character)) continue;
    const found = text.indexOf(character, at);
    if (found === -1 || found >= end) return at;
    at = found + 1;
  }
  while (at < end - 1 && /\s/.test(text[at] ?? "")) at += 1;
  return at;
}

function contentStart({ type }: Scalar, text: string, start: number): number {
  if (type === "BLOCK_FOLDED" || type === "BLOCK_LITERAL") return text.indexOf("\n", start) + 1;
  return type === "QUOTE_SINGLE" || type === "QUOTE_DOUBLE" ? start + 1 : start;
}

function locateIn(
  document: Document.Parsed,
  counter: LineCounter,
  path: readonly PropertyKey[],
): { line: number; column: number } {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true);
    const start = isNode(node) ? (node as Node).range?.[0] : undefined;
    if (start !== undefined) return place(counter, start);
  }
  return { line: 1, column: 1 };
}

/** Where the last key of a path stands; the value, where it is no key of a map. */
function locateKey(
  document: Document.Parsed,
  counter: LineCounter,
  path: readonly PropertyKey[],
): { line: number; column: number } {
  const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  const key = isMap(parent)
    ? parent.items.find((pair) => isScalar(pair.key) && pair.key.value === path.at(-1))?.key
    : undefined;
  const start = isNode(key) ? key.range?.[0] : undefined;
  return start === undefined ? locateIn(document, counter, path) : place(counter, start);
}

/** ["groups", "tech", 1] → groups.tech[1]. */
export function formatPath(path: readonly PropertyKey[]): string {
  return path
    .map((key, index) => (typeof key === "number" ? `[${key}]` : `${index === 0 ? "" : "."}${String(key)}`))
    .join("");
}
