import type { Command } from "commander";

/** One command of the launcher: how it reads its arguments, and what it does. */
export type CommandModule = { readonly configure: (command: Command) => void };

/** A command that ended badly for a reason that its user can mend: lines on standard error, no stack. */
export class CommandFailure extends Error {
  override name = "CommandFailure";
  readonly exitCode: number;
  constructor(message: string, exitCode = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** Exit code of a configuration or an argument that cannot be used. */
export const EXIT_USAGE = 64;

/** A wrong argument or a missing file: what, where, and what to do. */
export const usageFailure = (...lines: readonly string[]): CommandFailure =>
  new CommandFailure(lines.join("\n"), EXIT_USAGE);

/** A whole number of at least `least`, for commander's option parser. */
export function wholeNumber(name: string, least = 1): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!/^\d+$/.test(text) || !Number.isSafeInteger(value) || value < least)
      throw usageFailure(`${name}: ${JSON.stringify(text)} is no whole number of at least ${least}`);
    return value;
  };
}

const HIGHEST_PORT = 65_535;

/** A port, 0 for any free one, for commander's option parser. */
export const portNumber =
  (name: string) =>
  (text: string): number => {
    const port = wholeNumber(name, 0)(text);
    if (port > HIGHEST_PORT) throw usageFailure(`${name}: ${port} is no port: they end at ${HIGHEST_PORT}`);
    return port;
  };

/** One JSON object on a line of standard output. */
export const printJson = (value: unknown): void => void process.stdout.write(`${JSON.stringify(value)}\n`);

export const printLine = (text = ""): void => void process.stdout.write(`${text}\n`);

export const note = (text: string): void => void process.stderr.write(`${text}\n`);
