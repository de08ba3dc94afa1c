import type { Command } from "commander";
import type { Performance, Script } from "@bowline/rehearsal";
import { CommandFailure, note, printJson, printLine, usageFailure, wholeNumber } from "../command.ts";
import { openRunning } from "../rehearse/running-rig.ts";
import { type RehearsalEvent, runRehearsals } from "../rehearse/run-rehearsals.ts";
import { readScript, scriptNames } from "../rehearse/scripts.ts";
import { stopSignals } from "../stop-signals.ts";
import { renderTable } from "../views/table.ts";

type Flags = {
  readonly all?: boolean;
  readonly list?: boolean;
  readonly seed: number;
  readonly own?: boolean;
  readonly keep?: boolean;
  readonly json?: boolean;
};

export function configure(command: Command): void {
  command
    .argument("[names...]", "rehearsals by name, or files of your own that end in .yaml")
    .option("--all", "every rehearsal that ships")
    .option("--list", "name them and what they are about")
    .option("--seed <n>", "seed of the synthetic market", wholeNumber("--seed", 0), 5)
    .option("--own", "in a system of its own, also where `up` runs one here")
    .option("--keep", "keep the logs of a system in which something was violated")
    .option("--json", "JSON lines on standard output: one for each rehearsal, one for the sum")
    .action(async (names: readonly string[], flags: Flags) => {
      const scripts = scriptsOf(names, flags);
      if (flags.list === true) return list(scripts, flags.json === true);
      await rehearse(scripts, flags);
    });
}

function scriptsOf(names: readonly string[], { all, list: isList }: Flags): readonly Script[] {
  if (all === true || (isList === true && names.length === 0)) return scriptNames().map((name) => readScript(name));
  if (names.length === 0)
    throw usageFailure("name a rehearsal, or --all", "  ./bowline rehearse --list names them all");
  return names.map((name) => readScript(name));
}

function list(scripts: readonly Script[], isJson: boolean): void {
  if (isJson) return printJson(scripts.map(({ rehearsal, about, rows, holds }) => ({ rehearsal, about, rows, holds })));
  const columns = [
    { key: "rehearsal", title: "rehearsal" },
    { key: "rows", title: "rows" },
    { key: "about", title: "what happens" },
  ];
  printLine(
    renderTable(
      columns,
      scripts.map(({ rehearsal, rows, about }) => ({ rehearsal, rows: rows.join(", "), about: about.trim() })),
      "",
    ),
  );
}

async function rehearse(scripts: readonly Script[], flags: Flags): Promise<void> {
  const signals = stopSignals();
  const isJson = flags.json === true;
  try {
    const results = await runRehearsals(scripts, {
      seed: flags.seed,
      running: flags.own === true ? undefined : await openRunning(),
      keep: flags.keep === true,
      onEvent: (event) => show(event, isJson),
      stopped: signals.stopped,
    });
    const failed = results.filter(({ passed }) => !passed);
    const sum = { rehearsals: results.length, passed: results.length - failed.length, failed: failed.length };
    if (isJson) printJson(sum);
    else printLine(`${sum.rehearsals} rehearsals: ${sum.passed} passed, ${sum.failed} failed`);
    if (failed.length > 0) throw new CommandFailure(`violated: ${failed.map(({ rehearsal }) => rehearsal).join(", ")}`);
  } finally {
    signals.dismiss();
  }
}

function show(event: RehearsalEvent, isJson: boolean): void {
  if (event.phase !== "done") return note(isJson ? JSON.stringify(event) : progressText(event));
  const { phase: _phase, ...result } = event;
  if (isJson) printJson(result);
  else printLine(resultText(result));
}

const progressText = (event: Exclude<RehearsalEvent, { phase: "done" }>): string =>
  event.phase === "step"
    ? `  ${event.detail}`
    : event.phase === "skipped"
      ? `skipped ${event.rehearsal}: ${event.detail}`
      : `${event.phase}: ${event.detail}`;

function resultText({ rehearsal, passed, violation, durationMs, runDir }: Performance & { runDir?: string }): string {
  const seconds = `${(durationMs / 1000).toFixed(1)} s`;
  if (passed) return `passed  ${rehearsal} (${seconds})`;
  const where = runDir === undefined ? "" : `\n        logs: ${runDir}`;
  return `FAILED  ${rehearsal} (${seconds})\n        ${violation?.where}: ${violation?.text}${where}`;
}
