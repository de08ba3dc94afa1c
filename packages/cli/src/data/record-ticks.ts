import type { Bus } from "@bowline/bus";
import { journalAlert } from "@bowline/service-kit/operator";
import { lockFolder, type RecorderEnd, type RecorderProgress, runRecorder } from "@bowline/recording";
import { CommandFailure, note, printJson, printLine } from "../command.ts";
import { stopSignals } from "../stop-signals.ts";
import { recordingFolder } from "./data-flags.ts";

export type RecordFlags = {
  readonly folder?: string;
  readonly once?: boolean;
  readonly writeEvery: number;
  readonly mostRows: number;
  readonly retryEvery?: number;
  readonly json?: boolean;
};

const POLL_MS = 250;
/** Where nothing else is asked for. */
export const WRITE_EVERY_SECONDS = 300;
export const MOST_ROWS = 200_000;

/** Records until it is told to stop; with `retryEvery` also over a disk that was full for a while. */
export async function recordTicks(bus: Bus, flags: RecordFlags): Promise<void> {
  const folder = recordingFolder(flags.folder);
  const lock = lockFolder(folder);
  if ("takenBy" in lock) throw new CommandFailure(`${folder}: process ${lock.takenBy} records there already`);
  const stop = new AbortController();
  const signals = stopSignals();
  signals.stopped.catch(() => stop.abort());
  try {
    for (;;) {
      const end = await oneRun(bus, folder, { flags, stopped: stop.signal });
      if (end.type !== "disk") return told(flags, folder, end);
      await alarm(bus, folder, end.message);
      if (flags.retryEvery === undefined) throw new CommandFailure(diskText(folder, end.message), 74);
      note(diskText(folder, end.message));
      await waited(flags.retryEvery * 1000, stop.signal);
      if (stop.signal.aborted) return;
    }
  } finally {
    signals.dismiss();
    lock.release();
  }
}

const diskText = (folder: string, message: string): string =>
  `${folder}: the disk does not take the recording: ${message}\n  make room and record again: what the stream still has is recorded then`;

type OneRun = { readonly flags: RecordFlags; readonly stopped: AbortSignal };

const oneRun = (bus: Bus, folder: string, { flags, stopped }: OneRun): Promise<RecorderEnd> =>
  runRecorder(
    {
      bus,
      folder,
      mostRows: flags.mostRows,
      writeEveryMs: flags.writeEvery * 1000,
      pollMs: POLL_MS,
      once: flags.once === true,
      onWritten: (progress) => sayWritten(flags, progress),
      onTrouble: (message) => note(`NATS does not answer: ${message}`),
    },
    stopped,
  );

function sayWritten(flags: RecordFlags, progress: RecorderProgress): void {
  if (flags.json === true) return printJson({ msg: "written", ...progress });
  const { rows, throughSeq, lastSeq, lost } = progress;
  printLine(`${rows} ticks written, through message ${throughSeq} of ${lastSeq}${lost > 0 ? `, ${lost} lost` : ""}`);
}

function told(flags: RecordFlags, folder: string, end: Exclude<RecorderEnd, { type: "disk" }>): void {
  if (end.type === "no-stream")
    throw new CommandFailure(
      "there is no stream of ticks\n  ./bowline up --record-ticks makes one, or ./bowline streams apply --ticks",
    );
  const { type: _type, ...progress } = end;
  if (flags.json === true) printJson({ msg: "stopped", folder, ...progress });
  else printLine(`${folder}: ${end.rows} ticks recorded, through message ${end.throughSeq}`);
}

/** To a person, through the journal: recording has stopped, nothing else has. Where that does not work either, standard error says it. */
async function alarm(bus: Bus, folder: string, message: string): Promise<void> {
  const event = {
    kind: "control.alert",
    source: "recorder",
    severity: "WARNING",
    code: "RECORDING_STOPPED",
    subject: folder,
    detail: message,
  } as const;
  await journalAlert(bus, event).catch((failure: unknown) => note(`the alert is not journaled: ${String(failure)}`));
}

const waited = (ms: number, stopped: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    stopped.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });
