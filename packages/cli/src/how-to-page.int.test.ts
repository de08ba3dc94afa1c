import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { ROOT } from "./runner/home.ts";

const folder = mkdtempSync(join(tmpdir(), "bowline-page-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Block = { readonly language: string; readonly text: string };

const blocksOf = (page: string): readonly Block[] =>
  [...page.matchAll(/^```([^\n]*)\n([^]*?)^```$/gm)].map(([, language = "", text = ""]) => ({ language, text }));

/** Runs a block as a shell does in the checkout, whose launcher this one stands for. */
async function run(script: string): Promise<{ readonly code: number | null; readonly out: string }> {
  const env = { ...process.env, BOWLINE_HOME: join(folder, ".bowline") };
  const shell = spawn("sh", ["-ec", script], { cwd: folder, env, stdio: ["ignore", "pipe", "ignore"] });
  let out = "";
  shell.stdout.setEncoding("utf8").on("data", (text: string) => void (out += text));
  const [code] = (await once(shell, "close")) as [number | null];
  return { code, out };
}

it("what docs/how-to/write-a-strategy.md says works in a fresh folder, block by block", async () => {
  const launcher = join(folder, "bowline");
  writeFileSync(launcher, `#!/bin/sh\nexec "${process.execPath}" "${join(ROOT, "packages/cli/src/main.ts")}" "$@"\n`);
  chmodSync(launcher, 0o755);
  const blocks = blocksOf(readFileSync(join(ROOT, "docs/how-to/write-a-strategy.md"), "utf8"));
  const ran = { sh: 0, yaml: 0, text: 0 };
  const wrong: string[] = [];
  let out = "";
  for (const { language, text } of blocks) {
    const [word, ...notes] = language.split(" ");
    if (word === "yaml") {
      const file = join(folder, /^# (\S+)\n/.exec(text)?.[1] ?? "");
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    } else if (word === "sh") {
      const seen = await run(text);
      if (seen.code !== (notes.includes("fails") ? 1 : 0)) wrong.push(`exit code ${seen.code} of:\n${text}`);
      out = seen.out;
    } else if (!out.includes(text)) {
      wrong.push(`not printed:\n${text}but:\n${out}`);
    }
    ran[word as keyof typeof ran] += 1;
  }
  expect(wrong).toEqual([]);
  expect(ran).toEqual({ sh: 6, yaml: 2, text: 5 });
  expect(readdirSync(join(folder, "mine"))).toContain("dip.scenarios.yaml");
}, 240_000);
