import { posix } from "node:path";
import type { SourceTree } from "../../source-tree.ts";
import type { Check, Problem } from "../check.ts";

const GUIDE = "CONTRIBUTING.md";
const CONTENTS = "docs/README.md";
/** A decision is found through the list of decisions. */
const ADR = /^docs\/adr\/\d/;

/** What nobody is led to is not found: every package and service has its line in the guide, every page its link in the contents. */
export const listed: Check = {
  name: "listed",
  run: (tree) => [...missingFromGuide(tree), ...missingFromContents(tree)],
};

function missingFromGuide(tree: SourceTree): Problem[] {
  const text = textOf(tree, GUIDE);
  return tree.files
    .flatMap((path) => /^((?:packages|services)\/[^/]+)\/package\.json$/.exec(path)?.[1] ?? [])
    .filter((folder) => !new RegExp(`\`${folder}[\`/]`).test(text))
    .map((folder) => ({
      path: GUIDE,
      message: `names ${folder} nowhere`,
      remedy: "Say in its table what one changes there.",
    }));
}

function missingFromContents(tree: SourceTree): Problem[] {
  const text = textOf(tree, CONTENTS);
  return tree.files
    .filter((path) => isPage(path) && !text.includes(`(${posix.relative("docs", path)})`))
    .map((path) => ({
      path: CONTENTS,
      message: `links to ${path} nowhere`,
      remedy: "Add it where a reader looks for it.",
    }));
}

const isPage = (path: string): boolean =>
  (/^docs\/.+\.md$/.test(path) && path !== CONTENTS && !ADR.test(path)) ||
  /^(?:packages|services)\/[^/]+\/README\.md$/.test(path);

const textOf = (tree: SourceTree, path: string): string => (tree.files.includes(path) ? tree.read(path) : "");
