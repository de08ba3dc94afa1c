import { Command, CommanderError } from "commander";
import { ConfigFailure, nearestWord } from "@bowline/config";
import { CommandFailure, EXIT_USAGE, note } from "./command.ts";
import { COMMANDS } from "./commands/index.ts";

/** Runs one command of the launcher; answers the exit code. A failure that its user can mend has no stack. */
export async function runCli(args: readonly string[]): Promise<number> {
  try {
    const program = await makeProgram(args);
    if (program === undefined) return EXIT_USAGE;
    await program.parseAsync([...args], { from: "user" });
    return Number(process.exitCode ?? 0);
  } catch (failure) {
    return exitCodeOf(failure);
  }
}

function exitCodeOf(failure: unknown): number {
  if (failure instanceof CommanderError) return failure.exitCode === 0 ? 0 : EXIT_USAGE;
  if (failure instanceof ConfigFailure) {
    note(failure.message);
    return EXIT_USAGE;
  }
  if (failure instanceof CommandFailure) {
    note(failure.message);
    return failure.exitCode;
  }
  note(failure instanceof Error ? (failure.stack ?? failure.message) : String(failure));
  return 70;
}

/** The program with the one command that is asked for; `undefined` where there is none such, which was said then. */
async function makeProgram(args: readonly string[]): Promise<Command | undefined> {
  const program = new Command("bowline")
    .description("Trades many US equities through Interactive Brokers, by rules and behind a risk gate.")
    .exitOverride()
    .showSuggestionAfterError()
    .configureHelp({ helpWidth: Math.min(process.stdout.columns ?? 120, 120) });
  const wanted = args.find((arg) => !arg.startsWith("-"));
  if (wanted !== undefined && wanted !== "help" && !COMMANDS.some(({ name }) => name === wanted)) {
    const near = nearestWord(
      wanted,
      COMMANDS.map(({ name }) => name),
    );
    note(`bowline: there is no command ${JSON.stringify(wanted)}`);
    note(near === undefined ? "  ./bowline --help lists the commands" : `  did you mean: ./bowline ${near}`);
    return undefined;
  }
  for (const { name, summary, load } of COMMANDS) {
    const command = program.command(name).summary(summary).description(summary).exitOverride();
    if (name === wanted || args[args.indexOf("help") + 1] === name) (await load()).configure(command);
  }
  return program;
}
