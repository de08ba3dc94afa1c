import type { Command } from "commander";
import { readGroups } from "@bowline/config";
import { readStrategy } from "@bowline/rules";
import { printJson, printLine } from "../command.ts";

export function configure(command: Command): void {
  command
    .command("check")
    .description("check a strategy file: schema, names, values; every finding with line and column")
    .argument("<file>", "the strategy file")
    .option("--groups <file>", "ticker groups, to check the groups that the strategy names")
    .option("--json", "print JSON")
    .action((file: string, flags: { groups?: string; json?: boolean }) => {
      const groups = flags.groups === undefined ? undefined : readGroups(flags.groups);
      const strategy = readStrategy(file, groups);
      const rules = strategy.rules.map(({ id }) => id);
      if (flags.json === true) printJson({ file, strategy: strategy.name, rules });
      else printLine(`${file}: fine; strategy ${strategy.name}, ${rules.length} rules: ${rules.join(", ")}`);
    });
}
