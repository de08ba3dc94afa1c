import { posix } from "node:path";
import { isSource } from "../../source-tree.ts";
import type { Check, Problem } from "../check.ts";

/** Words that say nothing about what is in the file, so that everything ends up in it. */
const BANNED = new Set([
  "util",
  "utils",
  "helper",
  "helpers",
  "common",
  "manager",
  "processor",
  "handler",
  "handlers",
  "misc",
  "info",
  "tmp",
]);
const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*$/;

export const fileNames: Check = {
  name: "file-names",
  run: (tree) => tree.files.filter(isSource).flatMap(judge),
};

function judge(path: string): Problem[] {
  const name = posix.basename(path).replace(/(\.(test|int|bench|config|d))*\.tsx?$/, "");
  const banned = [...name.split("-"), ...posix.dirname(path).split("/")].find((word) => BANNED.has(word));
  if (banned !== undefined) {
    return [
      { path, message: `"${banned}" in a file's name`, remedy: "Name the file after the one thing that it exports." },
    ];
  }
  if (!KEBAB.test(name)) {
    return [
      { path, message: `"${name}" is not in kebab-case`, remedy: "Lower-case words with dashes: bar-builder.ts." },
    ];
  }
  return [];
}
