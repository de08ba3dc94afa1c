import type { Command } from "commander";
import { usageFailure, wholeNumber } from "./command.ts";

/** What `demo` and `backtest` have in common on their command lines. */
export type RunFlags = {
  readonly data?: string;
  readonly symbols?: readonly string[];
  readonly sessions?: number;
  readonly minutes?: number;
  readonly seed: number;
  readonly strategy?: string;
  readonly predictions?: string;
  readonly limits?: string;
  readonly groups?: string;
  readonly record?: string;
  readonly json?: boolean;
};

/** The files that say how to trade: the same flags in `demo`, `up` and `backtest`. */
export const addTradingFlags = (command: Command): Command =>
  command
    .option("--strategy <file>", "the strategy's rules (default: the example's)")
    .option(
      "--predictions <file|url>",
      "a CSV of predictions by time of availability, or the address of a prediction API",
    )
    .option("--limits <file>", "risk limits; `./bowline limits new` writes a file")
    .option("--groups <file>", "ticker groups and their symbols");

/** The market of a simulated run: the same flags in `demo` and `backtest`. */
export const addMarketFlags = (command: Command): Command =>
  command
    .option("--data <folder>", "replay the CSV minutes of a folder (default: a synthetic market)")
    .option("--symbols <list>", "symbols of that folder, such as SPY,IBM", parseSymbols)
    .option(
      "--sessions <n>",
      "at most so many sessions (default: all of --data, 1 synthetic)",
      wholeNumber("--sessions"),
    )
    .option("--minutes <n>", "only the first minutes of each session", wholeNumber("--minutes"))
    .option("--seed <n>", "seed of the synthetic market and of the demo predictions", wholeNumber("--seed", 0), 1)
    .option("--record <folder>", "keep the journal, the predictions and the configuration there");

export function parseSymbols(text: string): readonly string[] {
  const symbols = [...new Set(text.split(",").map((symbol) => symbol.trim()))].filter((symbol) => symbol !== "");
  const wrong = symbols.find((symbol) => !/^[A-Z][A-Z0-9.-]{0,11}$/.test(symbol));
  if (wrong !== undefined) throw usageFailure(`--symbols: ${JSON.stringify(wrong)} is no symbol such as SPY or BRK.B`);
  if (symbols.length === 0) throw usageFailure("--symbols: name at least one, such as --symbols SPY,IBM");
  return symbols.sort();
}

/** `max`, or how many times as fast as real time. */
export function parseSpeed(text: string): string {
  if (text === "max" || (/^\d+(\.\d+)?$/.test(text) && Number(text) > 0)) return text;
  throw usageFailure(`--speed: ${JSON.stringify(text)} is neither max nor a number such as 1 or 60`);
}
