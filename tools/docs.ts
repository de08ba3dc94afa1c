/**
 * Writes docs/reference/ from the code. Run as `pnpm run docs`.
 * With `--check` it writes nothing, and fails where a page is not what the code gives.
 */
import { join } from "node:path";
import { differingPages, renderPages, writePages } from "./docs/pages.ts";

const ROOT = join(import.meta.dirname, "..");
const pages = await renderPages(ROOT);

if (process.argv.includes("--check")) {
  const differing = differingPages(ROOT, pages);
  for (const path of differing) console.error(`${path}: is not what the code gives`);
  if (differing.length > 0) console.error("Run pnpm run docs, and commit what it writes.");
  process.exitCode = differing.length > 0 ? 1 : 0;
} else {
  writePages(ROOT, pages);
}
