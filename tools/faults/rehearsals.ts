import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Script } from "../../packages/rehearsal/src/index.ts";
import type { Figure } from "../../packages/testkit/src/figure.ts";
import { readScripts } from "../docs/rehearsals.ts";
import type { Showing } from "./record.ts";
import type { Selection } from "./selection.ts";

/** The scripts that play one of the rows or pitfalls. */
export const rehearsalsToPlay = (root: string, selection: Selection): readonly Script[] =>
  readScripts(root).filter(
    ({ rows, pitfalls }) =>
      rows.some((row) => selection.faults.has(row)) || pitfalls.some((row) => selection.pitfalls.has(row)),
  );

type Line = {
  readonly rehearsal?: string;
  readonly passed?: boolean;
  readonly violation?: { readonly where: string; readonly text: string };
  readonly figures?: readonly { readonly what: string; readonly seconds: number }[];
};

/** Plays them in a system of their own, one after the other, as a user would. */
export async function playRehearsals(root: string, scripts: readonly Script[]): Promise<readonly Showing[]> {
  if (scripts.length === 0) return [];
  const home = mkdtempSync(join(tmpdir(), "bowline-faults-"));
  const names = scripts.map(({ rehearsal }) => rehearsal);
  const child = spawn(process.execPath, ["packages/cli/src/main.ts", "rehearse", ...names, "--own", "--json"], {
    cwd: root,
    env: { ...process.env, BOWLINE_HOME: home },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(child, "exit");
  const lines: Line[] = [];
  for await (const line of createInterface(child.stdout)) lines.push(JSON.parse(line) as Line);
  await ended;
  rmSync(home, { recursive: true, force: true });
  return scripts.map((script) =>
    showing(
      script,
      lines.find(({ rehearsal }) => rehearsal === script.rehearsal),
    ),
  );
}

/** One that did not come to its end has failed. */
const showing = ({ rehearsal, rows, pitfalls }: Script, line: Line | undefined): Showing => ({
  name: rehearsal,
  where: `rehearse/${rehearsal}.yaml`,
  passed: line?.passed === true,
  ...(line?.violation === undefined ? {} : { why: `${line.violation.where}: ${line.violation.text}` }),
  figures: (line?.figures ?? []).map(({ what, seconds }): Figure => ({ what, value: seconds, unit: "s" })),
  faults: rows,
  pitfalls,
});
