import { join } from "node:path";
import { expect, it } from "vitest";
import { readSourceTree } from "../source-tree.ts";
import { differingPages, renderPages } from "./pages.ts";
import { contractProblems, readContracts } from "./services.ts";

const ROOT = join(import.meta.dirname, "../..");

it("finds docs/reference as the code gives it: else run pnpm run docs", async () => {
  expect(differingPages(ROOT, await renderPages(ROOT))).toEqual([]);
});

it("finds contracts and event definitions of one mind about who writes what", async () => {
  expect(contractProblems(await readContracts(ROOT))).toEqual([]);
});

it("finds every environment variable of the code on the configuration page", async () => {
  const page = (await renderPages(ROOT)).get("docs/reference/configuration.md") ?? "";
  const tree = readSourceTree(ROOT);
  const sources = tree.files.filter(
    (path) =>
      path === "bowline" || (/^(packages|services)\/[^/]+\/src\/.*\.ts$/.test(path) && !path.includes(".test.")),
  );
  const missing = sources.flatMap((path) =>
    [...new Set(tree.read(path).match(/\bBOWLINE_[A-Z_]+\b/g))]
      .filter((name) => !page.includes(`\`${name}\``))
      .map((name) => `${path}: ${name} (a comment in config.ts, or a row in tools/docs/configuration.ts)`),
  );
  expect(missing).toEqual([]);
});
