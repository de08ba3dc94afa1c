import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, expect, test } from "vitest";
import { chandeMomentum } from "./indicators/chande-momentum.ts";
import { INDICATORS, findingsOf } from "./index.ts";
import { expectTalib, runGolden } from "./testing/golden.ts";

const SOURCE = import.meta.dirname;
const PAGE = readFileSync(join(SOURCE, "../../../docs/how-to/add-an-indicator.md"), "utf8");
const folder = mkdtempSync(join(tmpdir(), "bowline-add-indicator-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The page's blocks of a language, in order. */
const blocksOf = (language: string): readonly string[] =>
  [...PAGE.matchAll(new RegExp(`^ *\`\`\`${language}\n([^]*?)^ *\`\`\`$`, "gm"))].map(([, text = ""]) => text);

/** The file of step 1 as a user would write it, only that it lies elsewhere. */
async function followed(): Promise<typeof chandeMomentum> {
  const file = join(folder, "chande-momentum.ts");
  const [code = ""] = blocksOf("ts");
  writeFileSync(file, code.replaceAll('"../', `"${pathToFileURL(SOURCE).href}/`));
  const { chandeMomentum: made } = (await import(pathToFileURL(file).href)) as {
    chandeMomentum: typeof chandeMomentum;
  };
  return made;
}

test("the indicator of docs/how-to/add-an-indicator.md runs as it stands there, and passes the page's own test", async () => {
  const made = await followed();
  expect(blocksOf("ts")[1]).toContain('expectTalib(runGolden(chandeMomentum, { period: 14 }).value!, "cmo")');
  expectTalib(runGolden(made, { period: 14 }).value!, "cmo");
  expect(runGolden(made, { period: 14 })).toEqual(runGolden(chandeMomentum, { period: 14 }));
});

test("what the page adds is in the list, and a rule file can use it as the page says", () => {
  expect(INDICATORS.map(({ name }) => name)).toContain("chandeMomentum");
  expect(blocksOf("yaml")[0]).toContain("turn: { chandeMomentum: { period: 14 } }");
  expect(findingsOf({ indicator: "chandeMomentum", params: { period: 14 } })).toEqual([]);
});

test("parts that the page names exist", () => {
  const named = [...PAGE.matchAll(/`(push[A-Z]\w+|Extreme|OrderTree)`/g)].map(([, name = ""]) => name);
  const parts = ["sum-window", "near-window", "pair-window", "extreme", "order-tree"].map((part) =>
    readFileSync(join(SOURCE, "parts", `${part}.ts`), "utf8"),
  );
  expect(named.length).toBeGreaterThan(3);
  expect(
    named.filter((name) => !parts.some((part) => new RegExp(`export (function|type) ${name}\\b`).test(part))),
  ).toEqual([]);
});
