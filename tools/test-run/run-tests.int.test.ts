import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";

const RUN = join(import.meta.dirname, "../test-run.ts");

function run(...args: string[]): { code: number | null; lastLine: string; errors: string } {
  const child = spawnSync(process.execPath, [RUN, ...args], {
    encoding: "utf8",
    env: { ...process.env, VITEST: undefined },
  });
  return { code: child.status, lastLine: child.stdout.trimEnd().split("\n").at(-1) ?? "", errors: child.stderr };
}

test("runs what a filter names, and ends with the counts alone on the last line", () => {
  expect(run("tools/test-run/tiers.test.ts")).toMatchObject({ code: 0, lastLine: "2 passed, 0 failed, 0 skipped" });
});

test("skips what a name does not select", () => {
  const { lastLine } = run("tools/test-run/tiers.test.ts", "-t", "refuses a tier");
  expect(lastLine).toBe("1 passed, 0 failed, 1 skipped");
});

test("fails where nothing ran", () => {
  expect(run("no-such-file")).toMatchObject({ code: 1, lastLine: "0 passed, 0 failed, 0 skipped" });
});

test("names an option that it does not know, and those that there are", () => {
  expect(run("--fast")).toMatchObject({
    code: 64,
    errors:
      "test: --fast is no option; there are --all, --soak, --coverage, -t NAME, and --tws HOST:PORT with --symbol and --account\n",
  });
});
