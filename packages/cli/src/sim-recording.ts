import type { Command } from "commander";
import { startRecorder, startReplayer } from "@bowline/tws-sim/sim";
import { CommandFailure, EXIT_USAGE, note, printJson, printLine, usageFailure } from "./command.ts";
import { stopSignals } from "./stop-signals.ts";

/** What `sim` is told where it records another TWS, or replays what was recorded. */
export type RecordingFlags = {
  readonly record?: string;
  readonly upstream?: Address;
  readonly redact?: boolean;
  readonly replay?: string;
};

type Address = { readonly host: string; readonly port: number };

type ListenFlags = { readonly host: string; readonly port: number; readonly speed: number; readonly json?: boolean };

export const addRecordingOptions = (command: Command): Command =>
  command
    .option("--record <file>", "stand between clients and the TWS of --upstream, and record what passes")
    .option("--upstream <host:port>", "with --record: the TWS that is recorded", parseAddress)
    .option("--redact", "with --record: DU0000001 .. in the file instead of account numbers")
    .option("--replay <file>", "answer as was recorded, --speed times as fast; no market of its own");

function parseAddress(text: string): Address {
  const [, host, digits] = /^(.+):(\d{1,5})$/.exec(text) ?? [];
  const port = Number(digits);
  if (host !== undefined && port > 0 && port <= 65_535) return { host: host.replace(/^\[(.*)\]$/, "$1"), port };
  throw usageFailure(`--upstream: ${JSON.stringify(text)} is no host and port such as 127.0.0.1:7496`);
}

const BOTH: readonly string[] = ["host", "port", "json"];
const GOES_WITH = {
  record: [...BOTH, "record", "upstream", "redact"],
  replay: [...BOTH, "replay", "speed"],
} as const;

/** A flag that would do nothing is a mistake: neither mode has a market of its own. */
function refuseOthers(mode: keyof typeof GOES_WITH, command: Command): void {
  const idle = command.options.filter((option) => {
    const name = option.attributeName();
    return command.getOptionValueSource(name) === "cli" && !GOES_WITH[mode].includes(name);
  });
  if (idle.length > 0)
    throw usageFailure(`--${mode}: ${idle.map(({ long }) => long).join(", ")} would do nothing beside it: leave out`);
}

/** Records or replays until Ctrl-C where the flags ask for it; false where they do not. */
export async function runRecording(flags: RecordingFlags & ListenFlags, command: Command): Promise<boolean> {
  const { record, replay, upstream, redact } = flags;
  if (record !== undefined && replay !== undefined) throw usageFailure("--record and --replay: one of them at a time");
  if (record === undefined && (upstream !== undefined || redact === true))
    throw usageFailure("--upstream and --redact go with --record FILE");
  if (record === undefined && replay === undefined) return false;
  refuseOthers(record === undefined ? "replay" : "record", command);
  const signals = stopSignals();
  const stop = record === undefined ? await startReplay(flags, replay ?? "") : await startRecord(flags, record);
  await signals.stopped.catch(() => undefined);
  await stop();
  signals.dismiss();
  return true;
}

type Stop = () => Promise<void>;

async function startRecord(flags: RecordingFlags & ListenFlags, file: string): Promise<Stop> {
  const { host, port, upstream, redact = false } = flags;
  if (upstream === undefined) throw usageFailure("--record: name the TWS to record with --upstream HOST:PORT");
  const recorder = await startRecorder({ host, port, upstream, file, redact, onNotice: note });
  if (!recorder.ok) throw new CommandFailure(recorder.error, EXIT_USAGE);
  if (flags.json === true) printJson({ port: recorder.value.port, upstream, file, redact });
  else printLine(`recording ${host}:${recorder.value.port} -> ${upstream.host}:${upstream.port} into ${file}`);
  return () => recorder.value.stop();
}

async function startReplay({ host, port, speed, json }: ListenFlags, file: string): Promise<Stop> {
  const replayer = await startReplayer({ host, port, file, speed, onNotice: note });
  if (!replayer.ok) throw new CommandFailure(replayer.error, EXIT_USAGE);
  const { stop, ...said } = replayer.value;
  const { connections, requests, serverVersion } = said;
  if (json === true) printJson({ ...said, file });
  else
    printLine(
      `replaying ${file} on ${host}:${said.port}: server version ${serverVersion}, clients ${connections}, requests ${requests}`,
    );
  return stop;
}
