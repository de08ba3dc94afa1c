import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { startVitest } from "vitest/node";
import { readScripts } from "../docs/rehearsals.ts";
import { readSourceTree } from "../source-tree.ts";
import { statusPage } from "../status/page.ts";
import { makeOutcomeReporter } from "../test-run/outcome-reporter.ts";
import { tagsFilterOf } from "../test-run/tiers.ts";
import { boundText, FAULT_BOUNDS, holdAgainst } from "./bounds.ts";
import { coveredBy } from "./covered.ts";
import { renderReliability } from "./page.ts";
import { readRecord, RECORD_FILE, recordAfter, type Showing, showingOf } from "./record.ts";
import { playRehearsals, rehearsalsToPlay } from "./rehearsals.ts";
import { parseSelection, type Selection } from "./selection.ts";
import { patternOf, type TestsToRun, testsToRun } from "./tests-to-run.ts";

const ROOT = join(import.meta.dirname, "../..");

/** `./bowline faults [ROWS...] [--list]`: answers the exit code, 0 where everything was as expected. */
async function faults(args: readonly string[]): Promise<number> {
  const selection = parseSelection(args.filter((arg) => arg !== "--list"));
  if (typeof selection === "string") {
    process.stderr.write(`faults: ${selection}\n`);
    return 64;
  }
  const tree = readSourceTree(ROOT);
  const tests = testsToRun(tree, selection);
  const scripts = rehearsalsToPlay(ROOT, selection);
  if (args.includes("--list"))
    return list(
      tests,
      scripts.map(({ rehearsal }) => rehearsal),
    );
  const named = coveredBy(tree, readScripts(ROOT));
  const showings = [...(await runTests(tests)), ...(await playRehearsals(ROOT, scripts))];
  const date = Temporal.Now.plainDateISO().toString();
  const record = recordAfter(readRecord(ROOT), { selection, named, showings, date });
  writeFileSync(join(ROOT, RECORD_FILE), `${JSON.stringify(record, undefined, 2)}\n`);
  writeFileSync(join(ROOT, "docs/reliability.md"), renderReliability(record));
  writeFileSync(join(ROOT, "docs/status.md"), statusPage(ROOT));
  return report(selection, showings);
}

function list({ files, markers }: TestsToRun, rehearsals: readonly string[]): number {
  const lines = [...files, ...markers, ...rehearsals.map((name) => `rehearse/${name}.yaml`)];
  process.stdout.write(`${lines.join("\n")}\n`);
  return 0;
}

/**
 * Runs the tests that name what is wanted, those of longer tiers too; a soak alone is left out. One file at a time: what they measure is
 * of a machine that does nothing else.
 */
async function runTests({ files, markers }: TestsToRun): Promise<readonly Showing[]> {
  if (files.length === 0) return [];
  process.env["BOWLINE_TEST_TIER"] = "all";
  const { reporter, outcomes } = makeOutcomeReporter();
  const vitest = await startVitest("test", [...files], {
    root: ROOT,
    run: true,
    watch: false,
    reporters: ["default", reporter],
    tagsFilter: tagsFilterOf("all"),
    maxWorkers: 1,
    testNamePattern: patternOf(markers),
  });
  await vitest.close();
  const broken = outcomes.brokenFiles.map((file) => ({
    name: "the file did not load",
    where: file,
    passed: false,
    figures: [],
  }));
  const ran = outcomes.tests.filter(({ state }) => state !== "skipped");
  const shown = ran.map(({ name, file, state, figures = [] }) => ({
    name,
    where: file,
    passed: state === "passed",
    figures,
  }));
  return [...shown, ...broken].map(showingOf);
}

function report({ faults: rows, pitfalls }: Selection, showings: readonly Showing[]): number {
  const shown = (what: "faults" | "pitfalls", wanted: ReadonlySet<number>): number =>
    new Set(showings.flatMap((showing) => showing[what]).filter((row) => wanted.has(row))).size;
  const failed = showings.filter(({ passed }) => !passed);
  for (const { name, where, why } of failed)
    process.stdout.write(`failed: ${where}: ${name}${why === undefined ? "" : `: ${why}`}\n`);
  const slow = [...rows].flatMap((row) => beyondOf(row, showings));
  for (const text of slow) process.stdout.write(`beyond its bound: ${text}\n`);
  process.stdout.write(
    `${shown("faults", rows)} of ${rows.size} rows and ${shown("pitfalls", pitfalls)} of ${pitfalls.size} pitfalls shown ` +
      `by ${showings.length} tests and rehearsals, ${failed.length} failed, ${slow.length} figures beyond their bounds; docs/reliability.md is written\n`,
  );
  return failed.length === 0 && slow.length === 0 ? 0 : 1;
}

function beyondOf(row: number, showings: readonly Showing[]): readonly string[] {
  const figures = showings.filter(({ faults: named }) => named.includes(row)).flatMap((showing) => showing.figures);
  const { beyond } = holdAgainst(FAULT_BOUNDS.get(row) ?? [], figures);
  return beyond.map((bound) => `row ${row}: ${bound.value} ${bound.unit}, ${boundText(bound)}`);
}

process.exitCode = await faults(process.argv.slice(2));
