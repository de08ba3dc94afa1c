import { isSource, isTest } from "../../source-tree.ts";
import type { Check, Problem } from "../check.ts";
import ratchet from "../ratchet.json" with { type: "json" };

const SOURCE_LINES = 300;
const TEST_LINES = 500;

/**
 * A file stays small. One that is larger stands in ratchet.json with its length, may not grow, and lowers its number when it
 * shrinks, so that the list can only get better.
 */
export function fileSizes(allowed: Readonly<Record<string, number>>): Check {
  return {
    name: "file-size",
    run: (tree) => [
      ...tree.files.filter(isSource).flatMap((path) => judge(path, lineCount(tree.read(path)), allowed[path]) ?? []),
      ...Object.keys(allowed).flatMap((path) => (tree.files.includes(path) ? [] : [gone(path)])),
    ],
  };
}

export const fileSize: Check = fileSizes(ratchet);

function judge(path: string, lines: number, allowed: number | undefined): Problem | undefined {
  const limit = isTest(path) ? TEST_LINES : SOURCE_LINES;
  if (allowed === undefined) {
    if (lines <= limit) return undefined;
    return {
      path,
      message: `${lines} lines, the limit is ${limit}`,
      remedy: "One thing a file: split it where the second thing starts.",
    };
  }
  if (lines > allowed) {
    return {
      path,
      message: `grew from ${allowed} to ${lines} lines`,
      remedy: "It was too large before: move something out, it may only shrink.",
    };
  }
  if (lines < allowed) {
    const remedy =
      lines <= limit
        ? "Remove its line from tools/tidy/ratchet.json."
        : `Set it to ${lines} in tools/tidy/ratchet.json.`;
    return { path, message: `shrank from ${allowed} to ${lines} lines`, remedy };
  }
  return undefined;
}

const gone = (path: string): Problem => ({
  path,
  message: "stands in the ratchet, and is no longer there",
  remedy: "Remove its line from tools/tidy/ratchet.json.",
});

const lineCount = (text: string): number => text.split("\n").length - (text.endsWith("\n") ? 1 : 0);
