/** Lints proto/, and refuses what readers of main's messages could not read: fields renumbered, retyped or dropped unreserved. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "..");
const MAIN = ["main", "origin/main"];

const run = (program: string, args: readonly string[], stdio: "inherit" | "ignore"): boolean =>
  spawnSync(program, args, { cwd: ROOT, stdio }).status === 0;

const buf = (...args: string[]): boolean => run(join(ROOT, "node_modules/.bin/buf"), args, "inherit");

const main = MAIN.find((ref) => run("git", ["rev-parse", "--verify", "--quiet", ref], "ignore"));
if (main === undefined) console.log("proto: no main branch to compare with, so only linted");

const holds = [buf("lint"), main === undefined || buf("breaking", "--against", `.git#ref=${main},subdir=proto`)];
if (holds.includes(false)) {
  console.error("Keep numbers and names of what was published: add new fields, and reserve those that go.");
  process.exitCode = 1;
}
