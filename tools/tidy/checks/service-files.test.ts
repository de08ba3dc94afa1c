import { expect, test } from "vitest";
import { sourceTreeOf } from "../../source-tree.ts";
import { serviceFiles } from "./service-files.ts";

test("names what a service lacks", () => {
  const tree = sourceTreeOf({ "services/a/package.json": "{}", "services/a/src/main.ts": "" });
  expect(serviceFiles.run(tree).map((problem) => problem.message)).toEqual([
    "has no src/config.ts",
    "has no src/contract.ts",
    "has no test",
  ]);
});

test("is content with the full set", () => {
  const files = ["package.json", "src/main.ts", "src/config.ts", "src/contract.ts", "src/machine.test.ts"];
  const tree = sourceTreeOf(Object.fromEntries(files.map((file) => [`services/a/${file}`, ""])));
  expect(serviceFiles.run(tree)).toEqual([]);
});
