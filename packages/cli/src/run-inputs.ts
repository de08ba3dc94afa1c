import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { type Groups, makeGroups, readGroups, readTextFile } from "@bowline/config";
import { micros, money } from "@bowline/kernel";
import { symbolsIn } from "@bowline/matching/files";
import { readLimits, renderLimits } from "@bowline/risk";
import { readStrategy } from "@bowline/rules";
import { usageFailure } from "./command.ts";
import type { RunFlags } from "./run-flags.ts";
import { ROOT } from "./runner/home.ts";

/** The files of one run, all in one folder, checked. */
export type RunInputs = {
  readonly groupsFile: string;
  readonly strategyFile: string;
  readonly limitsFile: string;
  /** The path of a CSV or YAML file, an address, or `undefined` for the demo predictor. */
  readonly predictions: string | undefined;
  readonly groups: Groups;
};

export const EXAMPLES = {
  strategy: join(ROOT, "deploy/strategies/prediction-follow.yaml"),
  groups: join(ROOT, "deploy/groups/demo.yaml"),
} as const;

/** Dollars in the simulator's account; the suggested limits go with it. */
export const DEMO_EQUITY = "1000000";

const GROUPS_WITHOUT_FILE = 3;

/** Puts the configuration of a run into a folder: copies of the files named, examples for the others. Throws with every finding. */
export function prepareInputs(flags: RunFlags, folder: string): RunInputs {
  mkdirSync(folder, { recursive: true });
  const groupsFile = join(folder, "groups.yaml");
  if (flags.groups !== undefined) copyText(flags.groups, groupsFile, "a groups.yaml");
  else if (flags.data === undefined) copyFileSync(EXAMPLES.groups, groupsFile);
  else writeFileSync(groupsFile, renderGroups(symbolsOf(flags.data, flags.symbols)));
  const groups = restrict(readGroups(flags.groups ?? groupsFile), flags, groupsFile);

  const strategyFile = join(folder, "strategy.yaml");
  readStrategy(flags.strategy ?? EXAMPLES.strategy, groups);
  copyText(flags.strategy ?? EXAMPLES.strategy, strategyFile, "a strategy file");

  const limitsFile = join(folder, "limits.yaml");
  if (flags.limits === undefined)
    writeFileSync(limitsFile, renderLimits({ equity: money(micros(DEMO_EQUITY)), profile: "normal" }));
  else copyText(flags.limits, limitsFile, "a limits.yaml; `./bowline limits new` writes one");
  readLimits(flags.limits ?? limitsFile);
  return { groupsFile, strategyFile, limitsFile, predictions: predictionsOf(flags.predictions, folder), groups };
}

/** Copies the file that is tried out beside the strategy, checked. */
export function prepareCandidate(file: string, groups: Groups, folder: string): string {
  readStrategy(file, groups);
  const copy = join(folder, "candidate.yaml");
  copyText(file, copy, "a strategy file to try out");
  return copy;
}

function copyText(from: string, to: string, what: string): void {
  writeFileSync(to, readTextFile(from, what));
}

/** A CSV is copied with the rest; a YAML file names others beside it and stays where it is. */
function predictionsOf(given: string | undefined, folder: string): string | undefined {
  if (given === undefined || /^https?:\/\//.test(given)) return given;
  const text = readTextFile(given, "predictions: a .csv file, a .yaml file or an http(s) address");
  if (!given.endsWith(".csv")) return resolve(given);
  const copy = join(folder, "predictions-in.csv");
  writeFileSync(copy, text);
  return copy;
}

/** The symbols that were asked for, or all of the folder. */
function symbolsOf(folder: string, wanted: readonly string[] | undefined): readonly string[] {
  const present = symbolsIn(folder);
  if (present.length === 0)
    throw usageFailure(`${folder}: no SYMBOL.trades.csv or .csv.gz there; --data names the folder that holds them`);
  for (const symbol of wanted ?? []) {
    if (!present.includes(symbol))
      throw usageFailure(
        `${join(folder, `${symbol}.trades.csv`)}: not there, nor with .gz; symbols in that folder: ${present.join(", ")}`,
        "  name one of them with --symbols, or add the file",
      );
  }
  return wanted ?? present;
}

/** With --groups and --symbols both, the groups shrink to the symbols. */
function restrict(groups: Groups, flags: RunFlags, file: string): Groups {
  const wanted = flags.symbols ?? (flags.data === undefined ? groups.symbols : symbolsOf(flags.data, undefined));
  const missing = wanted.filter((symbol) => groups.groupOf(symbol) === undefined);
  if (missing.length > 0 && flags.symbols !== undefined)
    throw usageFailure(`${missing.join(", ")}: in no group of ${flags.groups ?? EXAMPLES.groups}`);
  const kept = makeGroups(
    [...groups.byName]
      .map(([name, symbols]) => [name, symbols.filter((symbol) => wanted.includes(symbol))] as const)
      .filter(([, symbols]) => symbols.length > 0),
    wanted.flatMap((symbol) => {
      const sector = groups.sectorOf(symbol);
      return sector === undefined ? [] : [[sector, [symbol]] as const];
    }),
    {
      fromTicks: groups.fromTicks.intersection(new Set(wanted)),
      extendedHours: groups.extendedHours.intersection(new Set(wanted)),
      benchmarks: groups.benchmarks,
    },
  );
  if (kept.symbols.length < groups.symbols.length) writeFileSync(file, textOf(kept));
  return kept;
}

/** Up to three groups of neighbours in the alphabet: enough to share them among workers. */
function renderGroups(symbols: readonly string[]): string {
  const count = Math.min(GROUPS_WITHOUT_FILE, symbols.length);
  const size = Math.ceil(symbols.length / count);
  const names = ["first", "second", "third"] as const;
  return textOf(
    makeGroups(
      names
        .map((name, index) => [name, symbols.slice(index * size, (index + 1) * size)] as const)
        .filter(([, members]) => members.length > 0),
    ),
  );
}

const textOf = (groups: Groups): string =>
  [
    "groups:",
    ...[...groups.byName].map(([name, symbols]) => `  ${name}: [${symbols.map(quoted).join(", ")}]`),
    ...sectionOf(
      "sectors",
      [...Map.groupBy(groups.symbols, groups.sectorOf)].flatMap(([sector, symbols]) =>
        sector === undefined ? [] : [`  ${quoted(sector)}: [${symbols.map(quoted).join(", ")}]`],
      ),
    ),
    ...sectionOf(
      "benchmarks",
      groups.benchmarks.map((symbol) => `  - ${quoted(symbol)}`),
    ),
    ...sectionOf(
      "bars",
      [...groups.fromTicks].map((symbol) => `  ${quoted(symbol)}: ticks`),
    ),
    ...sectionOf(
      "extendedHours",
      [...groups.extendedHours].map((symbol) => `  - ${quoted(symbol)}`),
    ),
    "",
  ].join("\n");

const sectionOf = (name: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : [`${name}:`, ...lines];

const quoted = (symbol: string): string => JSON.stringify(symbol);
