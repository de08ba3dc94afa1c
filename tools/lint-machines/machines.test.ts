import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

const ROOT = join(import.meta.dirname, "../..");
const fixture = readFileSync(join(import.meta.dirname, "fixtures/impure.ts"), "utf8");

interface Diagnostic {
  readonly code: string;
  readonly filename: string;
  readonly labels: readonly { readonly span: { readonly line: number } }[];
}

/** A project of its own with this project's rules: the fixture stands where a machine stands, and elsewhere. */
let project = "";
beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), "bowline-lint-"));
  for (const file of [".oxlintrc.json", "tsconfig.json"]) copyFileSync(join(ROOT, file), join(project, file));
  symlinkSync(join(ROOT, "node_modules"), join(project, "node_modules"));
});
afterAll(() => rmSync(project, { recursive: true, force: true }));

function lint(path: string, source: string): string[] {
  mkdirSync(dirname(join(project, path)), { recursive: true });
  writeFileSync(join(project, path), source);
  const oxlint = join(ROOT, "node_modules/.bin/oxlint");
  const run = spawnSync(oxlint, ["--format", "json", path], { cwd: project, encoding: "utf8" });
  const { diagnostics } = JSON.parse(run.stdout) as { diagnostics: Diagnostic[] };
  return diagnostics.map(({ code, labels }) => `${labels[0]?.span.line ?? 0} ${/\((.*)\)/.exec(code)?.[1] ?? code}`);
}

const expected = fixture.split("\n").flatMap((line, index) => {
  const rule = / \/\/ (no-[a-z-]+)$/.exec(line)?.[1];
  return rule === undefined ? [] : [`${index + 1} ${rule}`];
});

test.each([
  "services/strategy/src/machine.ts",
  "services/strategy/src/machine-state.ts",
  "services/risk-gate/src/machine/verdict.ts",
  "packages/kernel/src/impure.ts",
  "packages/rules/src/conditions/impure.ts",
  "packages/risk/src/checks/impure.ts",
  "packages/backtest/src/impure.ts",
])("refuses clocks, random numbers, timers, I/O, logs and async in %s", (path) => {
  expect(expected.length).toBeGreaterThan(15);
  expect(lint(path, fixture)).toEqual(expect.arrayContaining(expected));
});

test.each(["services/strategy/src/main.ts", "packages/bus/src/impure.ts", "packages/risk/src/impure.test.ts"])(
  "lets an edge and a test have them: %s",
  (path) => {
    const banned = lint(path, fixture).filter((found) => found.includes("restricted") || found.includes("no-async"));
    expect(banned).toEqual([]);
  },
);

test("refuses what the house bans everywhere: any, floating promises, five parameters, a long function", () => {
  const source = [
    "export const loose = (value: any): unknown => value;",
    "export const f = (a: number, b: number, c: number, d: number, e: number): number => a + b + c + d + e;",
    "const later = async (): Promise<void> => {};",
    "export function start(): void {",
    "  later();",
    ...Array.from({ length: 70 }, () => "  start();"),
    "}",
  ].join("\n");
  const rules = lint("packages/bus/src/loose.ts", source).map((found) => found.split(" ")[1]);
  expect(rules).toEqual(
    expect.arrayContaining(["no-explicit-any", "max-params", "no-floating-promises", "max-lines-per-function"]),
  );
});
