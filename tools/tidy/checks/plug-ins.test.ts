import { expect, test } from "vitest";
import { sourceTreeOf } from "../../source-tree.ts";
import { plugIns } from "./plug-ins.ts";

const FOLDER = "packages/risk/src/checks";

test("finds a check that nothing lists, and one without a test", () => {
  const tree = sourceTreeOf({
    [`${FOLDER}/index.ts`]: `import { a } from "./a.ts"; export const CHECKS = [a];`,
    [`${FOLDER}/a.ts`]: "",
    [`${FOLDER}/b.ts`]: "",
    [`${FOLDER}/b.test.ts`]: "",
  });
  expect(plugIns.run(tree)).toMatchObject([
    { path: `${FOLDER}/a.ts`, message: "has no test beside it" },
    { path: `${FOLDER}/b.ts`, message: `is not in ${FOLDER}/index.ts` },
  ]);
});

test("wants a list where there are plug-ins, and nothing where there are none", () => {
  expect(plugIns.run(sourceTreeOf({ [`${FOLDER}/a.ts`]: "" }))).toMatchObject([{ message: "has no index.ts" }]);
  expect(plugIns.run(sourceTreeOf({}))).toEqual([]);
});
