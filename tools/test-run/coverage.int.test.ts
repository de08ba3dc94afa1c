import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

const ROOT = join(import.meta.dirname, "../..");

/** What ran where shows in the count of lines: each place has its own power of two. */
const COUNTED = `/** One line here. */
export function inTheTest(): string {
  return "test";
}

export function inTheProcess(): string {
  const letters: string[] = [];
  return letters.concat("process").join();
}

export function inTheKilledProcess(): string {
  const first = "killed";
  const second = first.toUpperCase();
  const third = second.toLowerCase();
  return third;
}

export function inBothButNotInside(wanted: boolean): number[] {
  const letters: Record<string, number[]> = {};
  if (wanted) {
    const first = (letters["a"] ??= []);
    const second = (letters["b"] ??= first);
    const third = (letters["c"] ??= second);
    const fourth = (letters["d"] ??= third);
    const fifth = (letters["e"] ??= fourth);
    const sixth = (letters["f"] ??= fifth);
    const seventh = (letters["g"] ??= sixth);
    letters["h"] = seventh;
  }
  return letters["a"] ?? [];
}
`;

const MAIN = `import { inBothButNotInside, inTheKilledProcess, inTheProcess } from "./counted.ts";

if (process.argv.includes("killed")) {
  inTheKilledProcess();
  process.stdout.write("killed");
  setInterval(() => undefined, 1000);
} else inTheProcess();
inBothButNotInside(false);
`;

const TEST = `import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { expect, test } from "vitest";
import { inBothButNotInside, inTheTest } from "./counted.ts";

test("runs some of it here and some of it elsewhere", async () => {
  const main = join(import.meta.dirname, "main.ts");
  expect(inTheTest()).toBe("test");
  expect(inBothButNotInside(false)).toEqual([]);
  expect(spawnSync(process.execPath, [main], { env: {} }).status).toBe(0);
  const killed = spawn(process.execPath, [main, "killed"], { env: {} });
  await once(killed.stdout, "data");
  killed.kill("SIGKILL");
  await once(killed, "exit");
});
`;

/** A project of its own with this project's test run and its configuration. */
let project = "";
beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), "bowline-coverage-"));
  for (const path of ["vitest.config.ts", "tools/test-run.ts", "tools/test-run/"])
    cpSync(join(ROOT, path), join(project, path), { recursive: true, filter: (from) => !from.endsWith(".test.ts") });
  symlinkSync(join(ROOT, "node_modules"), join(project, "node_modules"));
  writeFileSync(join(project, "package.json"), JSON.stringify({ type: "module" }));
  const source = join(project, "packages/sample/src");
  mkdirSync(source, { recursive: true });
  writeFileSync(join(source, "counted.ts"), COUNTED);
  writeFileSync(join(source, "main.ts"), MAIN);
  writeFileSync(join(source, "counted.test.ts"), TEST);
});
afterAll(() => rmSync(project, { recursive: true, force: true }));

test("counts a line that only a child process ran, and none that only a killed one ran or that never ran", () => {
  const run = spawnSync(process.execPath, [join(project, "tools/test-run.ts"), "--coverage"], {
    cwd: project,
    encoding: "utf8",
    env: { ...process.env, VITEST: undefined },
  });
  expect(run.status, run.stdout + run.stderr).toBe(0);
  const summary = JSON.parse(readFileSync(join(project, "coverage/coverage-summary.json"), "utf8")) as Record<
    string,
    { readonly lines: { readonly covered: number; readonly total: number } }
  >;
  const linesOf = (name: string) => summary[join(project, "packages/sample/src", name)]?.lines;
  const [test_, child, killed, both, inside] = [1, 2, 4, 3, 8];
  expect(linesOf("counted.ts")).toMatchObject({
    covered: test_ + child + both,
    total: test_ + child + killed + both + inside,
  });
  expect(linesOf("main.ts")).toMatchObject({ covered: 3, total: 6 });
});
