import { decodeEvent } from "@bowline/contracts";
import { type Bus, type CrashBook, readAll } from "@bowline/bus";
import type { OwnWriter } from "./own-entries.ts";

const CRASHES_BEFORE_QUARANTINE = 3;

/** A machine threw at an entry: counted over restarts. */
export async function recordCrash(crashes: CrashBook, name: string, seq: number, failure: unknown): Promise<void> {
  const known = await crashes.get(name);
  const count = known?.seq === seq ? known.count + 1 : 1;
  await crashes.put(name, { seq, count, reason: failure instanceof Error ? failure.message : String(failure) });
}

/** After three crashes at one entry the journal says that the machine skips it, and every replay honours that. Returns its sequence the first time. */
export async function quarantineIfNeeded(
  crashes: CrashBook,
  name: string,
  write: OwnWriter,
): Promise<number | undefined> {
  const crash = await crashes.get(name);
  if (crash === undefined || crash.count !== CRASHES_BEFORE_QUARANTINE) return undefined;
  await write(
    { kind: "control.quarantine", machineName: name, entrySeq: crash.seq, reason: crash.reason },
    `loop.quarantine.${name}`,
    crash.seq,
  );
  await crashes.put(name, { ...crash, count: crash.count + 1 });
  return crash.seq;
}

/** The sequences that a machine skips. */
export async function quarantinedSequences(bus: Bus, name: string): Promise<ReadonlySet<number>> {
  const skips = new Set<number>();
  await readAll(bus, {
    filter: `bw.control.quarantine.${name}`,
    onEntry: (raw) => {
      const decoded = decodeEvent(raw.subject, raw.bytes);
      if (decoded.ok && decoded.value.event.kind === "control.quarantine") skips.add(decoded.value.event.entrySeq);
    },
  });
  return skips;
}
