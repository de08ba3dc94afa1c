import type { Command } from "commander";
import { type RunningSim, runSim } from "@bowline/tws-sim/sim";
import { CommandFailure, note, printJson, printLine, wholeNumber, portNumber } from "../command.ts";
import { type RecordingFlags, addRecordingOptions, runRecording } from "../sim-recording.ts";
import { parseSymbols } from "../run-flags.ts";
import { stopSignals } from "../stop-signals.ts";

type SimFlags = {
  readonly host: string;
  readonly port: number;
  readonly controlPort?: number;
  readonly data?: string;
  readonly symbols?: readonly string[];
  readonly sessions?: number;
  readonly minutes?: number;
  readonly date?: string;
  readonly seed: number;
  readonly speed: number;
  readonly ticksPerSecond: number;
  readonly cash: string;
  readonly account?: readonly string[];
  readonly masterClient?: number;
  readonly readOnly?: boolean;
  readonly state?: string;
  readonly wireLog?: string;
  readonly wireLogData?: boolean;
  readonly instruments?: string;
  readonly switches?: string;
  readonly market?: string;
  readonly json?: boolean;
} & RecordingFlags;

export function configure(command: Command): void {
  command
    .option("--host <address>", "address to listen on", "127.0.0.1")
    .option("--port <n>", "port to listen on, 0 for any free one", portNumber("--port"), 7497)
    .option("--control-port <n>", "serve a status page, /sim and faults on demand there", portNumber("--control-port"))
    .option("--data <folder>", "replay the CSV minutes of a folder (default: a synthetic market)")
    .option("--symbols <list>", "symbols, such as SPY,IBM", parseSymbols)
    .option("--sessions <n>", "at most so many sessions", wholeNumber("--sessions"))
    .option("--minutes <n>", "only the first minutes of each session", wholeNumber("--minutes"))
    .option("--date <date>", "first day of the synthetic market: YYYY-MM-DD, or today (default: 2024-03-04)", parseDate)
    .option("--seed <n>", "seed of the synthetic market", wholeNumber("--seed", 0), 1)
    .option("--speed <x>", "how many times as fast as real time", parseFactor, 1)
    .option(
      "--ticks-per-second <n>",
      "quotes and trades of a symbol in a second, at the most; 0: one per 5 s",
      parseTicks,
      2,
    )
    .option("--cash <dollars>", "cash of each account at the start", "1000000")
    .option("--account <ids>", "the account, or several: DU1234567,DU7654321 (default: DU1234567)", parseAccounts)
    .option("--master-client <id>", "the client id that sees every client's orders", wholeNumber("--master-client", 0))
    .option("--read-only", "refuse orders, as a TWS does whose API is set to read only")
    .option("--state <folder>", "keep orders and executions there, over restarts")
    .option("--instruments <file>", "listings (YAML or JSON) beside or instead of the built-in ones")
    .option("--switches <file>", "limits, pacing and permissions of data (YAML) that are not the default")
    .option("--market <file>", "a market file (YAML): halts, news, auctions, thin names, fees, accounts")
    .option("--wire-log <file>", "every message but market data, decoded, as JSON lines")
    .option("--wire-log-data", "market data in the wire log too")
    .option("--json", "JSON on standard output");
  addRecordingOptions(command).action(runSimCommand);
}

function parseAccounts(text: string): readonly string[] {
  const accounts = text.split(",").map((account) => account.trim());
  const wrong = accounts.find((account) => !/^DU[A-Z]?\d+$/.test(account));
  if (wrong === undefined) return accounts;
  throw new CommandFailure(`--account: ${JSON.stringify(wrong)} is no simulated account such as DU1234567`, 64);
}

const [FIRST_YEAR, LAST_YEAR] = [2001, 2034];

/** A date that the trading calendar knows, with a year to spare on both sides; `today` is New York's. */
function parseDate(text: string): string {
  if (text === "today") return Temporal.Now.plainDateISO("America/New_York").toString();
  const year = Number(text.slice(0, 4));
  const isDate = /^\d{4}-\d\d-\d\d$/.test(text) && year >= FIRST_YEAR && year <= LAST_YEAR && isReal(text);
  if (isDate) return text;
  const known = `of ${FIRST_YEAR} to ${LAST_YEAR}`;
  throw new CommandFailure(
    `--date: ${JSON.stringify(text)} is neither today nor a date ${known} such as 2026-03-02`,
    64,
  );
}

function isReal(date: string): boolean {
  try {
    return Temporal.PlainDate.from(date).toString() === date;
  } catch (cause) {
    if (cause instanceof RangeError) return false;
    throw cause;
  }
}

function parseFactor(text: string): number {
  const factor = Number(text);
  if (Number.isFinite(factor) && factor > 0) return factor;
  throw new CommandFailure(`--speed: ${JSON.stringify(text)} is no number such as 1 or 60`, 64);
}

const MOST_TICKS = 20;

function parseTicks(text: string): number {
  const ticks = Number(text);
  if (Number.isInteger(ticks) && ticks >= 0 && ticks <= MOST_TICKS) return ticks;
  throw new CommandFailure(
    `--ticks-per-second: ${JSON.stringify(text)} is no whole number from 0 to ${MOST_TICKS}`,
    64,
  );
}

/** Runs until Ctrl-C: after the last session the TWS stays up, its market closed. */
async function runSimCommand(flags: SimFlags, command: Command): Promise<void> {
  if (await runRecording(flags, command)) return;
  const { state, wireLog, instruments, switches, market, account, masterClient, readOnly, json, ...rest } = flags;
  const signals = stopSignals();
  const started = await runSim({
    ...rest,
    ...(account === undefined ? {} : { accountIds: account }),
    ...(masterClient === undefined ? {} : { masterClientId: masterClient }),
    ...(readOnly === undefined ? {} : { isReadOnly: readOnly }),
    ...(state === undefined ? {} : { directory: state }),
    ...(wireLog === undefined ? {} : { wireLogFile: wireLog }),
    ...(instruments === undefined ? {} : { instrumentsFile: instruments }),
    ...(switches === undefined ? {} : { switchesFile: switches }),
    ...(market === undefined ? {} : { marketFile: market }),
    onNotice: (text) => note(text),
  });
  if (!started.ok) throw new CommandFailure(started.error, 64);
  const sim = started.value;
  if (json === true) printJson(described(sim));
  else printLine(sentenceOf(sim, flags.host));
  void sim.finished.then(() => note("the last session has ended; the market stays closed"));
  await signals.stopped.catch(() => undefined);
  await sim.stop();
  signals.dismiss();
}

function sentenceOf({ port, controlPort, symbols, accountIds, sessionDates }: RunningSim, host: string): string {
  const page = controlPort === undefined ? "" : `; status page http://127.0.0.1:${controlPort}/`;
  return `TWS of ${accountIds.join(", ")} on ${host}:${port}: ${symbols.join(", ")}; sessions ${sessionDates.join(", ")}${page}`;
}

const described = ({ port, controlPort, symbols, accountId, accountIds, sessionDates }: RunningSim): object => ({
  port,
  ...(controlPort === undefined ? {} : { controlPort }),
  symbols,
  accountId,
  accountIds,
  sessionDates,
});
