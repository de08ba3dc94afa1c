import { posix } from "node:path";
import { isSource, isTest, type SourceTree } from "../../source-tree.ts";
import type { Check, Problem } from "../check.ts";
import { importsOf } from "../imports.ts";

/** Folders of files of the same shape: one thing a file, its test beside it, one line in the folder's index.ts. */
const FOLDERS = [
  "packages/indicators/src/indicators",
  "packages/risk/src/breakers",
  "packages/risk/src/checks",
  "packages/rules/src/actions",
  "packages/rules/src/conditions",
  "packages/rules/src/sizing",
];

export const plugIns: Check = {
  name: "plug-ins",
  run: (tree) => FOLDERS.flatMap((folder) => judge(folder, tree)),
};

function judge(folder: string, tree: SourceTree): Problem[] {
  const index = `${folder}/index.ts`;
  const isPlugIn = (path: string): boolean => posix.dirname(path) === folder && isSource(path) && !isTest(path);
  const files = tree.files.filter((path) => isPlugIn(path) && path !== index);
  if (files.length === 0) return [];
  if (!tree.files.includes(index))
    return [
      { path: folder, message: "has no index.ts", remedy: "The list is code: name every file of the folder in it." },
    ];
  const listed = new Set(importsOf(index, tree.read(index)).map(({ specifier }) => posix.join(folder, specifier)));
  return files.flatMap((path) => {
    const test = path.replace(/\.ts$/, ".test.ts");
    return [
      ...(listed.has(path)
        ? []
        : [{ path, message: `is not in ${index}`, remedy: "Add its line there, or nothing will ever run it." }]),
      ...(tree.files.includes(test)
        ? []
        : [{ path, message: "has no test beside it", remedy: `Add ${posix.basename(test)}.` }]),
    ];
  });
}
