import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { isSource, isTest, readSourceTree, sourceTreeOf, workspaceOf } from "./source-tree.ts";

let root = "";
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "bowline-tree-"));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

test("reads an unpacked archive, without what others put there", () => {
  mkdirSync(join(root, "packages/a/node_modules"), { recursive: true });
  writeFileSync(join(root, "packages/a/a.ts"), "text");
  writeFileSync(join(root, "packages/a/node_modules/b.ts"), "");
  const tree = readSourceTree(root);
  expect(tree.files).toEqual(["packages/a/a.ts"]);
  expect(tree.read("packages/a/a.ts")).toBe("text");
});

test("says which file of a tree in memory is missing", () => {
  expect(() => sourceTreeOf({}).read("a.ts")).toThrow("no such file: a.ts");
});

test("tells sources, tests and generated files apart", () => {
  expect(isSource("packages/a/src/a.ts")).toBe(true);
  expect(isSource("packages/a/src/gen/a.ts")).toBe(false);
  expect(isSource("tools/lint/fixtures/bad.ts")).toBe(false);
  expect(isTest("packages/a/src/a.int.test.ts")).toBe(true);
  expect(isTest("packages/a/src/test-orders.ts")).toBe(true);
  expect(isTest("services/a/src/testing/scenario.ts")).toBe(true);
  expect(isTest("packages/a/src/latest-orders.ts")).toBe(false);
  expect(workspaceOf("packages/a/src/a.ts")).toBe("packages/a");
  expect(workspaceOf("README.md")).toBeUndefined();
});
