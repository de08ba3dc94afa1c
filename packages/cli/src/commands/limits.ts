import { existsSync, writeFileSync } from "node:fs";
import { type Command, Option } from "commander";
import { money, parseMicros } from "@bowline/kernel";
import { type Profile, PROFILES, readLimits, renderLimits } from "@bowline/risk";
import { printJson, printLine, usageFailure } from "../command.ts";
import { addChangeCommands } from "../limits/change-commands.ts";

type NewFlags = {
  readonly equity: number;
  readonly profile: Profile;
  readonly index: string;
  readonly simulated?: boolean;
  readonly out?: string;
  readonly force?: boolean;
  readonly json?: boolean;
};

export function configure(command: Command): void {
  addChangeCommands(command);
  command
    .command("new")
    .description("write every risk limit explicitly, each with a comment, for an account of a size")
    .requiredOption("--equity <dollars>", "size of the account", parseEquity)
    .addOption(new Option("--profile <name>", "how much to risk").choices(PROFILES).default("careful"))
    .option("--index <symbol>", "index fund of your groups, or the benchmark, that daily bars are asked of", "SPY")
    .option("--simulated", "for a simulated market without an index fund: what needs one, or daily bars, is waived")
    .option("--out <file>", "write there and not to standard output")
    .option("--force", "overwrite the file")
    .option("--json", "print JSON")
    .action((flags: NewFlags) => {
      const text = renderLimits({
        equity: money(flags.equity),
        profile: flags.profile,
        ...(flags.simulated === true ? {} : { index: flags.index }),
      });
      if (flags.out !== undefined) writeNew(flags.out, text, flags.force === true);
      if (flags.json === true)
        printJson({ profile: flags.profile, ...(flags.out === undefined ? { yaml: text } : { file: flags.out }) });
      else if (flags.out === undefined) process.stdout.write(text);
      else printLine(`wrote ${flags.out}: read every line before you trade with it`);
    });
  command
    .command("check")
    .description("check a limits.yaml: every limit must be there; every finding with line and column")
    .argument("<file>", "the file")
    .option("--json", "print JSON")
    .action((file: string, flags: { json?: boolean }) => {
      const limits = readLimits(file);
      if (flags.json === true) printJson({ file, limits: Object.keys(limits.everywhere), waived: limits.waivers });
      else
        printLine(
          `${file}: fine, ${Object.keys(limits.everywhere).length} limits, ${Object.keys(limits.waivers).length} of them waived`,
        );
    });
}

function parseEquity(text: string): number {
  const equity = parseMicros(text);
  if (equity === undefined || equity <= 0)
    throw usageFailure(`--equity: ${JSON.stringify(text)} is no amount of dollars such as 25000`);
  return equity;
}

function writeNew(file: string, text: string, force: boolean): void {
  if (existsSync(file) && !force) throw usageFailure(`${file} is there already: name another file, or say --force`);
  writeFileSync(file, text);
}
