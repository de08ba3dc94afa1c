import type { Command } from "commander";
import { type Bus, DECISIONS, SHADOW } from "@bowline/bus";
import type { Entry } from "@bowline/contracts";
import { readStrategy } from "@bowline/rules";
import { CommandFailure, printJson, printLine, usageFailure } from "../command.ts";
import { addConnectionFlags, type ConnectionFlags, withRunning } from "../connection.ts";
import { readEntries } from "../journal-reading.ts";
import { exchangeTextOf } from "../moment/parse-moment.ts";
import { openRecordedSession } from "../moment/recorded-session.ts";
import { openRunningSession } from "../moment/running-session.ts";
import type { Session } from "../moment/session.ts";
import type { Difference } from "./difference.ts";
import { compareRecords } from "./records.ts";
import { renderDifference } from "./render.ts";
import { replayBoth } from "./replay-both.ts";

type Flags = ConnectionFlags & {
  readonly record?: string;
  readonly groups?: string;
  readonly session?: string;
  readonly from?: string;
  readonly to?: string;
  readonly blockers?: boolean;
  readonly json?: boolean;
};

type Compared = { readonly differences: readonly Difference[]; readonly about: string };

export function addDiff(command: Command): void {
  addConnectionFlags(command.command("diff"))
    .description("list every decision in which a shadow, or a second file, differs")
    .argument("[old]", "a strategy file; without files, what trades now is compared with its shadow")
    .argument("[new]", "another one: a session is replayed through both")
    .option("--record <folder>", "replay what `demo --record` or `backtest --record` kept, and not the running journal")
    .option("--groups <file>", "ticker groups (default: those of the running service)")
    .option("--session <date>", "only decisions of this exchange date, yyyy-mm-dd", parseDate)
    .option("--from <time>", "only from HH:MM of the exchange's clock on", parseTime)
    .option("--to <time>", "only up to HH:MM of the exchange's clock", parseTime)
    .option("--blockers", "also where both are held back, by another condition")
    .option("--json", "print JSON lines")
    .action(async (old: string | undefined, next: string | undefined, flags: Flags) => {
      if ((old === undefined) !== (next === undefined)) throw usageFailure("rules diff: two files, or none");
      const compared =
        old === undefined || next === undefined ? await compareRunning(flags) : await compareFiles(old, next, flags);
      show(compared, flags);
    });
}

async function compareRunning(flags: Flags): Promise<Compared> {
  if (flags.record !== undefined) throw usageFailure("--record: a recording has no shadow; name two files");
  const { differences, span } = await withRunning(flags, "rules-diff", async ({ bus }) =>
    compareRecords(await entriesOf(bus, DECISIONS), await entriesOf(bus, SHADOW), flags.blockers),
  );
  if (span === undefined)
    throw new CommandFailure(
      "there is nothing to compare yet: `./bowline up --shadow FILE` runs a candidate as a shadow",
    );
  return { differences, about: `entries ${span.fromSeq} to ${span.toSeq}` };
}

async function entriesOf(bus: Bus, stream: string): Promise<readonly Entry[]> {
  const entries: Entry[] = [];
  await readEntries(bus, { stream, onEntry: (entry) => void entries.push(entry) });
  return entries;
}

async function compareFiles(old: string, next: string, flags: Flags): Promise<Compared> {
  const compare = async (session: Session): Promise<Compared> => {
    const files = { active: readStrategy(old, session.groups), candidate: readStrategy(next, session.groups) };
    for (const { name } of Object.values(files))
      if (name !== session.strategy.name)
        throw usageFailure(`strategy ${name} cannot be compared: ${session.strategy.name} traded in this session`);
    const { differences, entries } = await replayBoth(session, files, flags.blockers);
    return { differences, about: `${entries} entries` };
  };
  if (flags.record === undefined)
    return withRunning(flags, "rules-diff", async ({ bus }) =>
      compare(await openRunningSession(bus, flags.groups === undefined ? {} : { groups: flags.groups })),
    );
  const session = openRecordedSession(flags.record);
  try {
    return await compare(session);
  } finally {
    session.close();
  }
}

function show({ differences, about }: Compared, flags: Flags): void {
  const wanted = differences.filter((difference) => isWanted(exchangeTextOf(difference.atUs), flags));
  if (flags.json === true) return wanted.forEach(printJson);
  for (const difference of wanted) printLine(renderDifference(difference));
  printLine(`${wanted.length} differing decisions in ${about}`);
}

/** `text` is a date and a time of the exchange's clock. */
function isWanted(text: string, { session, from, to }: Flags): boolean {
  const [date = "", time = ""] = text.split(" ");
  return (
    (session === undefined || date === session) &&
    (from === undefined || time >= from) &&
    (to === undefined || time <= to)
  );
}

function parseDate(text: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return text;
  throw usageFailure(`--session: ${JSON.stringify(text)} is no date such as 2026-01-05`);
}

function parseTime(text: string): string {
  if (/^\d{2}:\d{2}(:\d{2})?$/.test(text)) return text.length === 5 ? `${text}:00` : text;
  throw usageFailure(`${JSON.stringify(text)} is no time such as 10:31`);
}
