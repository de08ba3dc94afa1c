import { join } from "node:path";
import { readSourceTree } from "../source-tree.ts";
import { renderProblem } from "./check.ts";
import { CHECKS } from "./checks/index.ts";

const tree = readSourceTree(join(import.meta.dirname, "../.."));
const problems = CHECKS.flatMap((check) => check.run(tree).map((problem) => renderProblem(check.name, problem)));

for (const problem of problems) console.error(problem);
if (problems.length > 0) {
  console.error(`tidy: ${problems.length} problem${problems.length === 1 ? "" : "s"}`);
  process.exitCode = 1;
} else {
  console.log(`tidy: ${CHECKS.length} checks over ${tree.files.length} files`);
}
