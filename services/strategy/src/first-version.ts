import { ConfigFailure, type Groups, readTextFile } from "@bowline/config";
import { type CompiledStrategy, checkRules } from "@bowline/rules";
import type { JournalAtStart } from "@bowline/service-kit";

/**
 * The strategy that machines begin a journal with: the first version that stands in it, which is this file in a new one. What is
 * in force now follows from the journal's later versions. Throws ConfigFailure where the file does not hold.
 */
export async function firstVersion(
  file: string,
  groups: Groups,
  { versionsOf, alerts }: JournalAtStart,
): Promise<CompiledStrategy> {
  const yaml = readTextFile(file, "a strategy file with rules");
  const own = compile(yaml, file, groups);
  const about = { kind: "control.strategy", strategy: own.name, hash: own.hash, yaml } as const;
  const { first, newest } = await versionsOf({ ...about, reason: "the journal's first", by: "strategy" });
  if (newest.hash !== own.hash)
    alerts.raise({
      severity: "WARNING",
      code: "STRATEGY_FILE_DIFFERS",
      subject: own.name,
      detail: `version ${newest.hash.slice(0, 12)} of the journal is in force, ${file} is ${own.hash.slice(0, 12)}: \`./bowline rules reload FILE\` puts a file into force`,
    });
  return first.hash === own.hash ? own : compile(first.yaml, `${first.strategy}.yaml of the journal`);
}

/** The same for who only looks on: the version that it started with where the journal has none yet. */
export async function knownFirstVersion(
  started: CompiledStrategy,
  { knownVersions }: JournalAtStart,
): Promise<CompiledStrategy> {
  const first = (await knownVersions(started.name))?.first;
  return first === undefined || first.hash === started.hash
    ? started
    : compile(first.yaml, `${first.strategy}.yaml of the journal`);
}

function compile(text: string, file: string, groups?: Groups): CompiledStrategy {
  const checked = checkRules(text, file, groups);
  if (!checked.ok) throw new ConfigFailure(checked.error);
  return checked.value;
}
