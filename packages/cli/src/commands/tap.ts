import type { Command } from "commander";
import {
  type Bus,
  DEADLETTER,
  DECISIONS,
  SHADOW,
  JOURNAL,
  lastSequence,
  type RawEntry,
  readFrom,
  subscribeCore,
  TICKS,
} from "@bowline/bus";
import { note, printJson, usageFailure, wholeNumber } from "../command.ts";
import { addConnectionFlags, type ConnectionFlags, withRunning } from "../connection.ts";
import { decodeMessage } from "../decode-message.ts";
import { stopSignals } from "../stop-signals.ts";

type TapFlags = ConnectionFlags & { readonly from?: number; readonly count?: number };

export function configure(command: Command): void {
  addConnectionFlags(command)
    .argument("<subject>", "a subject, wildcards allowed: 'bw.order.>', 'tick.SPY', 'lockstep.>'")
    .option("--from <seq>", "from this sequence on; without it, what comes from now on", wholeNumber("--from"))
    .option("--count <n>", "end after so many", wholeNumber("--count"))
    .option("--json", "JSON lines, as always here")
    .action(async (subject: string, flags: TapFlags) =>
      withRunning(flags, "tap", async ({ bus }) => tap(bus, subject, flags)),
    );
}

type Shown = { readonly seq?: number; readonly subject: string; readonly bytes: Uint8Array };

/** Prints what comes, decoded, until the count is full or somebody ends it. */
async function tap(bus: Bus, subject: string, flags: TapFlags): Promise<void> {
  const signals = stopSignals();
  let left = flags.count ?? Number.POSITIVE_INFINITY;
  const done = new Promise<void>((resolve, reject) => {
    const show = (message: Shown): void => {
      if (left <= 0) return;
      left -= 1;
      print(message);
      if (left <= 0) resolve();
    };
    process.stdout.once("error", () => resolve()); // The reader of a pipe had enough.
    follow(bus, subject, { from: flags.from, show }).catch(reject);
  });
  await Promise.race([done, signals.stopped.catch(() => undefined)]);
  signals.dismiss();
}

function print({ seq, subject, bytes }: Shown): void {
  const decoded = decodeMessage(subject, bytes);
  const at = seq === undefined ? { subject } : { seq, subject };
  printJson(decoded.ok ? { ...at, ...decoded.value } : { ...at, unreadable: decoded.error });
}

type Following = { readonly from: number | undefined; show(message: Shown): void };

async function follow(bus: Bus, subject: string, { from, show }: Following): Promise<void> {
  const stream = streamOf(subject, from);
  if (stream === undefined) {
    if (from !== undefined) throw usageFailure(`--from: ${subject} is not stored, it can only be tapped live`);
    subscribeCore(bus, subject, (bytes, on) => show({ subject: on, bytes }));
    return;
  }
  const last = await lastSequence(bus, stream);
  if (from !== undefined && from > last + 1) note(`sequence ${from} is not there yet: ${stream} ends at ${last}`);
  const everything = subject === ">" || subject === "bw.>";
  await readFrom(bus, {
    stream,
    fromSeq: from ?? last + 1,
    ...(everything ? {} : { filter: subject }),
    onEntry: (raw: RawEntry) => show(raw),
    onGap: () => undefined,
  });
}

/** Where a subject is stored; `undefined` for what is on core NATS only. Raw ticks are stored in simulated time. */
function streamOf(subject: string, from: number | undefined): string | undefined {
  if (subject.startsWith("lockstep.")) return undefined;
  if (subject.startsWith("tick.")) return from === undefined ? undefined : TICKS;
  if (subject.startsWith("bw.decision")) return DECISIONS;
  if (subject.startsWith("bw.shadow")) return SHADOW;
  if (subject.startsWith("deadletter")) return DEADLETTER;
  return JOURNAL;
}
