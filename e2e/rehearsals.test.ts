import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { beforeAll, describe, expect, it } from "vitest";
import { readScripts } from "../tools/docs/rehearsals.ts";
import { FLOORS } from "../tools/test-run/floors.ts";
import { makeHome, ROOT } from "./demo-process.ts";

const scripts = readScripts(ROOT);
type Result = { readonly rehearsal: string; readonly passed: boolean; readonly violation?: object };

const covers = (what: string, numbers: readonly number[]): string =>
  numbers.length === 0 ? "" : ` [${what} ${numbers.join(", ")}]`;

/** Runs them all as a user would, in a home of its own. */
async function rehearseAll(): Promise<ReadonlyMap<string, Result>> {
  const child = spawn(process.execPath, ["packages/cli/src/main.ts", "rehearse", "--all", "--json"], {
    cwd: ROOT,
    env: { ...process.env, BOWLINE_HOME: makeHome() },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const results = new Map<string, Result>();
  for await (const line of createInterface(child.stdout)) {
    const result = JSON.parse(line) as Result;
    if ("rehearsal" in result) results.set(result.rehearsal, result);
  }
  return results;
}

describe("rehearsals", { tags: ["all"] }, () => {
  let results: ReadonlyMap<string, Result> = new Map();
  beforeAll(async () => {
    results = await rehearseAll();
  }, 1_800_000);

  it(`are at least ${FLOORS.rehearsals}`, () => {
    expect(results.size).toBe(scripts.length);
    expect(results.size).toBeGreaterThanOrEqual(FLOORS.rehearsals);
  });

  it.each(
    scripts.map((script) => [script.rehearsal, covers("faults", script.rows) + covers("pitfalls", script.pitfalls)]),
  )("%s%s", (rehearsal) => expect(results.get(rehearsal)).toMatchObject({ passed: true }));
});
