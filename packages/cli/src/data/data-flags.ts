import type { Command } from "commander";
import { join, resolve } from "node:path";
import { lockHolder, recordedDays, type RecordedDay } from "@bowline/recording";
import { CommandFailure, usageFailure } from "../command.ts";
import { homeFolder } from "../runner/home.ts";

/** Which part of a recording a command is about. */
export type DataFlags = {
  readonly folder?: string;
  readonly symbols?: string;
  readonly from?: string;
  readonly to?: string;
  readonly json?: boolean;
};

export const addFolderFlag = (command: Command): Command =>
  command.option("--folder <folder>", "where the recording lies (default: BOWLINE_RECORDING, then .bowline/recording)");

export const addRangeFlags = (command: Command): Command =>
  addFolderFlag(command)
    .option("--symbols <list>", "these symbols alone, such as AAPL,MSFT")
    .option("--from <date>", "from this exchange date on, such as 2026-11-23")
    .option("--to <date>", "to this exchange date, itself included")
    .option("--json", "print JSON");

export const recordingFolder = (folder: string | undefined): string =>
  resolve(folder ?? process.env["BOWLINE_RECORDING"] ?? join(homeFolder(), "recording"));

function dateOf(flag: string, text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  try {
    return Temporal.PlainDate.from(text, { overflow: "reject" }).toString();
  } catch {
    throw usageFailure(`${flag}: ${JSON.stringify(text)} is no date such as 2026-11-23`);
  }
}

/** What is asked for; throws where there is nothing of it, and says what there is. */
export function wantedDays(flags: DataFlags): {
  readonly folder: string;
  readonly days: readonly RecordedDay[];
  readonly lost: number;
} {
  const folder = recordingFolder(flags.folder);
  const symbols = flags.symbols?.split(",").map((symbol) => symbol.trim().toUpperCase());
  const range = { fromDay: dateOf("--from", flags.from), toDay: dateOf("--to", flags.to) };
  const found = recordedDays(folder, { ...range, ...(symbols === undefined ? {} : { symbols: new Set(symbols) }) });
  if (found.days.length > 0) return { folder, ...found };
  const all = recordedDays(folder).days;
  if (all.length === 0) throw new CommandFailure(nothingIn(folder));
  const known = [...new Set(all.map(({ symbol }) => symbol))].join(", ");
  throw new CommandFailure(
    `${folder}: nothing of that is recorded\n  there are ${all[0]?.day} to ${all.at(-1)?.day}, of ${known}`,
  );
}

function nothingIn(folder: string): string {
  const recorder = lockHolder(folder);
  if (recorder !== undefined)
    return `${folder}: nothing is written there yet\n  process ${recorder} is recording: it writes every 5 minutes (--write-every), and when it ends`;
  return `${folder}: nothing is recorded there\n  ./bowline up --record-ticks records, or ./bowline data record beside a running system; --folder names another place`;
}
