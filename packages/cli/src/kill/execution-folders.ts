import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { readRunFile } from "../run-file.ts";

/** Data folders of the execution processes that run in this folder: the one that trades, and its standbys. */
export function executionFolders(): readonly string[] {
  const run = readRunFile();
  if (run === undefined || !existsSync(run.runDir)) return [];
  return readdirSync(run.runDir)
    .filter((name) => /^execution(-\d+)?$/.test(name))
    .map((name) => join(run.runDir, name));
}
