import { join } from "node:path";
import { expect, test } from "vitest";
import { readSourceTree } from "../source-tree.ts";
import { renderProblem } from "./check.ts";
import { layers } from "./checks/layers.ts";

test("this very tree keeps its layers: nobody but execution has broker-ib, services share nothing but the journal", () => {
  const tree = readSourceTree(join(import.meta.dirname, "../.."));
  expect(tree.files).toContain("services/execution/package.json");
  expect(layers.run(tree).map((problem) => renderProblem("layers", problem))).toEqual([]);
});
