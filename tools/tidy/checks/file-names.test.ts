import { expect, test } from "vitest";
import { sourceTreeOf } from "../../source-tree.ts";
import { fileNames } from "./file-names.ts";

const messages = (path: string): string[] =>
  fileNames.run(sourceTreeOf({ [path]: "" })).map((problem) => problem.message);

test.each(["utils.ts", "string-utils.ts", "common/px.ts", "order-manager.ts", "helpers.test.ts", "processor.ts"])(
  "refuses the empty word in %s",
  (name) => {
    expect(messages(`packages/a/src/${name}`)[0]).toMatch(/in a file's name/);
  },
);

test("refuses another case than kebab", () => {
  expect(messages("packages/a/src/barBuilder.ts")).toEqual([`"barBuilder" is not in kebab-case`]);
});

test.each(["bar-builder.ts", "bar-builder.int.test.ts", "sma.ts", "main.d.ts"])("allows %s", (name) => {
  expect(messages(`services/market-data/src/${name}`)).toEqual([]);
});
