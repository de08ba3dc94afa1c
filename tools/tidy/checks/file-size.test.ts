import { expect, test } from "vitest";
import { sourceTreeOf } from "../../source-tree.ts";
import { fileSizes } from "./file-size.ts";

const treeOf = (path: string, lines: number) => sourceTreeOf({ [path]: "x\n".repeat(lines) });
const messages = (path: string, lines: number, allowed: Record<string, number> = {}): string[] =>
  fileSizes(allowed)
    .run(treeOf(path, lines))
    .map((problem) => problem.message);

test("allows 300 lines of source and 500 of tests, not one more", () => {
  expect(messages("packages/a/src/a.ts", 300)).toEqual([]);
  expect(messages("packages/a/src/a.ts", 301)).toEqual(["301 lines, the limit is 300"]);
  expect(messages("packages/a/src/a.test.ts", 500)).toEqual([]);
  expect(messages("packages/a/src/a.test.ts", 501)).toHaveLength(1);
});

test("holds a file in the ratchet at its length: it neither grows, nor keeps room that it won", () => {
  const allowed = { "packages/a/src/a.ts": 320 };
  expect(messages("packages/a/src/a.ts", 320, allowed)).toEqual([]);
  expect(messages("packages/a/src/a.ts", 321, allowed)).toEqual(["grew from 320 to 321 lines"]);
  expect(messages("packages/a/src/a.ts", 310, allowed)).toEqual(["shrank from 320 to 310 lines"]);
});

test("names a line of the ratchet whose file is gone", () => {
  expect(messages("packages/a/src/a.ts", 1, { "packages/a/src/b.ts": 320 })).toEqual([
    "stands in the ratchet, and is no longer there",
  ]);
});

test("does not count generated files", () => {
  expect(messages("packages/a/src/gen/a.ts", 9999)).toEqual([]);
});
