import { join } from "node:path";
import { isSource, isTest, readSourceTree } from "../source-tree.ts";
import { findRawProducts } from "./shadow.ts";

/** Kernel is where products are made; a test may compute as it likes. */
const isJudged = (path: string): boolean =>
  /^(packages|services)\//.test(path) && !path.startsWith("packages/kernel/") && isSource(path) && !isTest(path);

const root = join(import.meta.dirname, "../..");
const tree = readSourceTree(root);
const sources = tree.files.filter(isJudged).map((path) => ({ path, text: tree.read(path) }));
const found = findRawProducts(root, join(root, ".toolchain/lint-money"), sources);

for (const { path, line, brand } of found) {
  console.error(
    `${path}:${line}: raw arithmetic with ${brand}: a product overflows 2^53, a quotient rounds by accident.`,
  );
}
if (found.length > 0) {
  console.error(
    "Use kernel's mulDiv, notional, pxOfCost or scaleMoney. A statistic in doubles says so: Number(value).",
  );
  process.exitCode = 1;
} else {
  console.log(`money: no raw product in ${sources.length} files`);
}
