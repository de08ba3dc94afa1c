import type { Bus } from "@bowline/bus";
import type { EventByKind } from "@bowline/contracts";
import { subjectToken } from "@bowline/contracts";
import { checkDay, compareMinutes, type DayCheck, type MinutesCompared } from "@bowline/recording";
import { CommandFailure, printJson, printLine } from "../command.ts";
import { readEntries } from "../journal-reading.ts";
import { makeProgressView } from "../progress.ts";
import { type DataFlags, wantedDays } from "./data-flags.ts";

type Checked = Omit<DayCheck, "minutes"> & { readonly minutes: number; readonly bars?: MinutesCompared };

/** Reads every tick that is asked for; with a journal at hand its bars are held against the recording's. Throws where a file is not what was written. */
export async function checkDays(flags: DataFlags, journal: Bus | undefined): Promise<void> {
  const { folder, days, lost } = wantedDays(flags);
  const view = makeProgressView();
  const found: Checked[] = [];
  for (const [index, day] of days.entries()) {
    const { minutes, ...check } = await checkDay(folder, day);
    const bars = journal === undefined ? undefined : compareMinutes(minutes, await journalBars(journal, day));
    found.push({ ...check, minutes: minutes.length, ...(bars === undefined ? {} : { bars }) });
    const stepsDone = index + 1;
    const finished = stepsDone === days.length;
    view.advance({ stepsDone, stepsTotal: days.length, sessionDate: day.day, finished });
  }
  view.end();
  const bad = found.filter(({ badFiles, outOfOrder }) => badFiles.length > 0 || outOfOrder > 0);
  if (flags.json === true) printJson({ folder, lost, ok: bad.length === 0, days: found });
  else for (const one of found) for (const line of linesOf(one)) printLine(line);
  if (bad.length > 0)
    throw new CommandFailure(`${bad.length} of ${found.length} days are not as they were recorded: see above`);
}

type Bar = EventByKind<"md.bar">;

/** The one-minute bars that the journal has of a symbol and day, as they were last told. */
async function journalBars(
  bus: Bus,
  { symbol, firstUs, lastUs }: { readonly symbol: string; readonly firstUs: number; readonly lastUs: number },
): Promise<readonly Bar[]> {
  const byClose = new Map<number, Bar>();
  const filter = `bw.md.bar.1m.*.${subjectToken(symbol)}`;
  await readEntries(bus, {
    filter,
    onEntry: ({ event }) => {
      if (event.kind !== "md.bar" || event.closeUs <= firstUs || event.closeUs > lastUs + 60e6) return;
      byClose.set(event.closeUs, event);
    },
  });
  return [...byClose.values()];
}

function linesOf(check: Checked): readonly string[] {
  const { day, symbol, rows, badFiles, outOfOrder, backwards, silences, longestSilenceS, quotes, marks, bars } = check;
  const doubts = Object.entries(marks).filter(([, count]) => count > 0);
  return [
    `${day} ${symbol}: ${rows} ticks, ${quotes} quotes, ${check.minutes} minutes with trades`,
    ...badFiles.map(({ file, fault }) => `  ${file} ${fault}`),
    ...(outOfOrder > 0 ? [`  ${outOfOrder} ticks are not in the order of the stream`] : []),
    ...(backwards > 0 ? [`  ${backwards} ticks came with an earlier time than the one before`] : []),
    ...(silences > 0 ? [`  ${silences} gaps in regular hours, the longest of ${longestSilenceS} s`] : []),
    ...(doubts.length > 0 ? [`  doubtful: ${doubts.map(([kind, count]) => `${kind} ${count}`).join(", ")}`] : []),
    ...(bars === undefined ? [] : [`  ${barsText(bars)}`]),
  ];
}

function barsText({ both, equal, onlyRecorded, onlyBars }: MinutesCompared): string {
  const share = (count: number): string => (both === 0 ? "-" : `${((100 * count) / both).toFixed(1)} %`);
  const { openPx, highPx, lowPx, closePx, volume } = equal;
  const prices = `open ${share(openPx)}, high ${share(highPx)}, low ${share(lowPx)}, close ${share(closePx)}`;
  return `${both} minutes are in the journal too: equal ${prices}, volume ${share(volume)}; ${onlyRecorded} only here, ${onlyBars} only there`;
}
