import { expect, test } from "vitest";
import { sourceTreeOf } from "../../source-tree.ts";
import { listed } from "./listed.ts";

const tree = (guide: string, contents: string) =>
  sourceTreeOf({
    "CONTRIBUTING.md": guide,
    "docs/README.md": contents,
    "docs/how-to/a.md": "",
    "docs/adr/README.md": "",
    "docs/adr/0001-one.md": "",
    "packages/risk/package.json": "{}",
    "packages/risk/README.md": "",
    "packages/risk/src/fixtures/notes.md": "",
    "services/risk-gate/package.json": "{}",
  });

test("names the package and the service that the guide leads nobody to, and each page that the contents do not link", () => {
  const problems = listed.run(tree("`packages/risky`", "[a](how-to/b.md)"));
  expect(problems.map(({ message }) => message)).toEqual([
    "names packages/risk nowhere",
    "names services/risk-gate nowhere",
    "links to docs/adr/README.md nowhere",
    "links to docs/how-to/a.md nowhere",
    "links to packages/risk/README.md nowhere",
  ]);
});

test("is content where all of them are named, a package also by a folder in it", () => {
  const contents = "[a](how-to/a.md) [why](adr/README.md) [risk](../packages/risk/README.md)";
  expect(listed.run(tree("`packages/risk/src/checks/`, `services/risk-gate`", contents))).toEqual([]);
});
