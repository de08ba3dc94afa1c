import { existsSync } from "node:fs";
import { type Bus, lastEntryOn } from "@bowline/bus";
import {
  type ConfigError,
  ConfigFailure,
  formatConfigError,
  type Groups,
  readGroups,
  readTextFile,
} from "@bowline/config";
import { type EventByKind, subjectOf } from "@bowline/contracts";
import { type CompiledStrategy, checkRules, lintRules } from "@bowline/rules";
import { journalAlert, journalCommand } from "@bowline/service-kit/operator";
import { CommandFailure } from "../command.ts";
import { entryOf } from "../journal-reading.ts";
import { notJournaled } from "../operator-flags.ts";
import { settingsOf } from "../service-settings.ts";

export type PutOptions = {
  readonly file: string;
  /** Ticker groups; those of the running strategy service where it is left out and they can be read here. */
  readonly groups?: string | undefined;
  /** Warnings are errors. */
  readonly strict?: boolean | undefined;
  readonly reason: string;
  readonly by: string;
};

export type PutIntoForce = {
  readonly strategy: string;
  readonly hash: string;
  /** The entry from which on it decides; `undefined` where this version is in force already. */
  readonly seq: number | undefined;
  readonly warnings: readonly ConfigError[];
};

type Version = EventByKind<"control.strategy">;

/**
 * Checks a strategy file and journals it as the version in force. What does not hold changes nothing: it is journaled as an alert,
 * and thrown with file, line and column.
 */
export async function putIntoForce(bus: Bus, options: PutOptions): Promise<PutIntoForce> {
  const { file, reason, by } = options;
  const yaml = readTextFile(file, "a strategy file with rules");
  const { name: strategy, hash, warnings } = await checked(bus, yaml, options);
  const version: Version = { kind: "control.strategy", strategy, hash, yaml, reason, by };
  const running = await versionOn(bus, subjectOf(version));
  if (running === undefined) throw new CommandFailure(await whatRuns(bus, strategy));
  if (running.hash === hash) return { strategy, hash, seq: undefined, warnings };
  const entry = await journalCommand(bus, version).catch(notJournaled);
  return { strategy, hash, seq: entry.seq, warnings };
}

type Checked = Pick<CompiledStrategy, "name" | "hash"> & { readonly warnings: readonly ConfigError[] };

async function checked(bus: Bus, yaml: string, { file, groups, strict }: PutOptions): Promise<Checked> {
  const strategy = checkRules(yaml, file, groups === undefined ? await groupsOfService(bus) : readGroups(groups));
  if (!strategy.ok) return refuse(bus, file, strategy.error);
  const found = lintRules(yaml, file);
  const warnings = found.ok ? found.value : [];
  if (strict === true && warnings.length > 0) return refuse(bus, file, warnings);
  return { name: strategy.value.name, hash: strategy.value.hash, warnings };
}

/** Whoever looks at the system sees that somebody tried, also where the one who did is a file watch. */
async function refuse(bus: Bus, file: string, errors: readonly ConfigError[]): Promise<never> {
  const detail = errors.map(formatConfigError).join("; ");
  const about = { kind: "control.alert", source: "rules", severity: "WARNING", code: "STRATEGY_REFUSED" } as const;
  await journalAlert(bus, { ...about, subject: file, detail }).catch(() => undefined);
  throw new ConfigFailure(errors);
}

async function versionOn(bus: Bus, subject: string): Promise<Version | undefined> {
  const raw = await lastEntryOn(bus, subject).catch(() => undefined);
  const event = raw === undefined ? undefined : entryOf(raw)?.event;
  return event?.kind === "control.strategy" ? event : undefined;
}

async function whatRuns(bus: Bus, strategy: string): Promise<string> {
  const other = await versionOn(bus, "bw.control.strategy.*");
  return other === undefined
    ? `no strategy runs on this journal: ./bowline up --strategy FILE starts one`
    : `the file is of strategy ${strategy}, and ${other.strategy} runs: a file takes the place of one with the same \`strategy:\``;
}

/** As its process journaled it; a container's file cannot be read from outside. */
async function groupsOfService(bus: Bus): Promise<Groups | undefined> {
  const raw = await lastEntryOn(bus, "bw.control.config.strategy").catch(() => undefined);
  const settings = settingsOf("strategy", raw === undefined ? undefined : entryOf(raw)?.event);
  const file = settings.get("BOWLINE_GROUPS");
  return file !== undefined && existsSync(file) ? readGroups(file) : undefined;
}

/** For a person. */
export const linesOf = ({ strategy, hash, seq, warnings }: PutIntoForce): readonly string[] => [
  ...warnings.map((warning) => `warning: ${formatConfigError(warning)}`),
  seq === undefined
    ? `${strategy}: version ${hash.slice(0, 12)} is in force already`
    : `${strategy}: version ${hash.slice(0, 12)} is in force from entry ${seq} on`,
];
