import type { Command } from "commander";
import {
  type ConfigError,
  ConfigFailure,
  formatConfigError,
  type Groups,
  readGroups,
  readTextFile,
  withCaret,
} from "@bowline/config";
import { type CompiledStrategy, checkRules, lintRules } from "@bowline/rules";
import { printJson, printLine } from "../command.ts";
import { addReload } from "../rules/reload-command.ts";
import { addCoverage } from "../rule-coverage/coverage-command.ts";
import { addDiff } from "../rules-diff/diff-command.ts";
import { addNew } from "../rules/new-command.ts";
import { addTest } from "../rules/scenario-command.ts";

type Flags = { readonly groups?: string; readonly strict?: boolean; readonly json?: boolean };

export function configure(command: Command): void {
  addCheck(command);
  addTest(command);
  addReload(command);
  addCoverage(command);
  addNew(command);
  addDiff(command);
}

function addCheck(command: Command): void {
  command
    .command("check")
    .description(
      "check a strategy file: schema, names, types, and what is most likely not meant; all with line and column",
    )
    .argument("<file>", "the strategy file")
    .option("--groups <file>", "ticker groups, to check the groups that the strategy names")
    .option("--strict", "fail on warnings too")
    .option("--json", "print JSON")
    .action((file: string, flags: Flags) => {
      const { strict, json } = flags;
      const groups = flags.groups === undefined ? undefined : readGroups(flags.groups);
      const text = readTextFile(file, "a strategy file with rules");
      const strategy = checked(text, file, { groups, json });
      const warnings = warningsOf(text, file);
      if (strict === true && warnings.length > 0) throw new ConfigFailure(warnings);
      const rules = strategy.rules.toSorted((one, other) => one.place - other.place).map(({ id }) => id);
      if (json === true) return printJson({ file, strategy: strategy.name, rules, warnings });
      for (const warning of warnings) printLine(`warning: ${formatConfigError(warning)}`);
      const verdict = warnings.length === 0 ? "fine" : `${warnings.length} warnings`;
      printLine(`${file}: ${verdict}; strategy ${strategy.name}, ${rules.length} rules: ${rules.join(", ")}`);
    });
}

type Wish = { readonly groups: Groups | undefined; readonly json: boolean | undefined };

/** A program reads the findings on the standard output, a person sees each with its line. */
function checked(text: string, file: string, { groups, json }: Wish): CompiledStrategy {
  const strategy = checkRules(text, file, groups);
  if (strategy.ok) return strategy.value;
  if (json === true) printJson({ file, errors: strategy.error });
  throw new ConfigFailure(strategy.error.map((error) => withCaret(error, text)));
}

function warningsOf(text: string, file: string): readonly ConfigError[] {
  const found = lintRules(text, file);
  return found.ok ? found.value : [];
}
