import {
  type Bus,
  JOURNAL,
  type SnapshotPlace,
  entryAt,
  firstEntryOn,
  lastEntryOn,
  openSnapshots,
  readAll,
  readBatch,
  streamFacts,
} from "@bowline/bus";
import { readGroups } from "@bowline/config";
import type { Entry } from "@bowline/contracts";
import type { Us } from "@bowline/kernel";
import { type CompiledStrategy, readStrategy } from "@bowline/rules";
import { CommandFailure } from "../command.ts";
import { entryOf } from "../journal-reading.ts";
import { type ServiceSettings, settingsOf } from "../service-settings.ts";
import { strategyOfVersion } from "./first-version.ts";
import { type ReplaySnapshot, type Session, type Until, isRead, isWithin } from "./session.ts";

const BATCH = 2000;

export type SessionFiles = { readonly strategy?: string; readonly groups?: string };

/** The session of a running system, with the files that its strategy service started with, or others. Throws where it has no entries yet. */
export async function openRunningSession(bus: Bus, files: SessionFiles): Promise<Session> {
  const settings = await strategySettings(bus);
  const groups = readGroups(files.groups ?? settings.need("BOWLINE_GROUPS", "--groups"));
  const strategy =
    (files.strategy === undefined ? await firstVersion(bus) : undefined) ??
    readStrategy(files.strategy ?? settings.need("BOWLINE_STRATEGY", "--strategy"), groups);
  const facts = await streamFacts(bus, JOURNAL);
  const clock = await firstClock(bus, facts?.firstSeq ?? 0);
  const last = facts === undefined ? undefined : await knownEntry(bus, facts.lastSeq);
  if (clock === undefined || last === undefined)
    throw new CommandFailure("the journal has no clock yet: ask again soon");
  return {
    groups,
    strategy,
    accountId: settings.need("BOWLINE_ACCOUNT", "the account"),
    span: { firstUs: clock, lastUs: last.header.seenUs, lastSeq: last.seq },
    skipped: (machine) => quarantined(bus, machine),
    snapshotBefore: (machine, version, until) => nearestSnapshot(bus, { machine, version }, until),
    read: (group, afterSeq, until, onEntry) =>
      readUntil(bus, { group, afterSeq, lastSeq: last.seq }, { until, onEntry }),
  };
}

/** The first version of the strategy that runs: others may have run on this journal before it. */
async function firstVersion(bus: Bus): Promise<CompiledStrategy | undefined> {
  const newest = await lastEntryOn(bus, "bw.control.strategy.*").catch(() => undefined);
  const raw = newest === undefined ? undefined : await firstEntryOn(bus, newest.subject);
  return strategyOfVersion(raw === undefined ? undefined : entryOf(raw)?.event);
}

/** What the strategy service started with, as its process journaled it. */
async function strategySettings(bus: Bus): Promise<ServiceSettings> {
  const raw = await lastEntryOn(bus, "bw.control.config.strategy").catch(() => undefined);
  return settingsOf("strategy", raw === undefined ? undefined : entryOf(raw)?.event);
}

async function firstClock(bus: Bus, firstSeq: number): Promise<Us | undefined> {
  for (let fromSeq = Math.max(1, firstSeq); ;) {
    const batch = await readBatch(bus, { stream: JOURNAL, fromSeq, most: BATCH });
    const clock = batch.find(({ subject }) => subject === "bw.control.clock");
    if (clock !== undefined) return entryOf(clock)?.header.seenUs;
    const end = batch.at(-1);
    if (end === undefined) return undefined;
    fromSeq = end.seq + 1;
  }
}

async function knownEntry(bus: Bus, seq: number): Promise<Entry | undefined> {
  const raw = await entryAt(bus, seq).catch(() => undefined);
  return raw === undefined ? undefined : entryOf(raw);
}

async function quarantined(bus: Bus, machine: string): Promise<ReadonlySet<number>> {
  const skips = new Set<number>();
  await readAll(bus, {
    filter: `bw.control.quarantine.${machine}`,
    onEntry: (raw) => {
      const event = entryOf(raw)?.event;
      if (event?.kind === "control.quarantine") skips.add(event.entrySeq);
    },
  });
  return skips;
}

async function nearestSnapshot(
  bus: Bus,
  { machine, version }: { readonly machine: string; readonly version: number },
  until: Until,
): Promise<ReplaySnapshot | undefined> {
  const store = await openSnapshots(bus);
  const isBefore = ({ seq, nowUs }: SnapshotPlace): boolean => isWithin(until, seq, nowUs);
  const place = (await store.kept(machine)).findLast(isBefore);
  const text = place === undefined ? undefined : await store.getKept(place);
  if (text === undefined) return undefined;
  const snapshot = JSON.parse(text) as ReplaySnapshot & { readonly entrySeq: number; readonly entryId: string };
  // One of another journal, or of a tail that was lost, says nothing of this one.
  const entry = await knownEntry(bus, snapshot.entrySeq);
  return snapshot.version === version && entry?.header.id === snapshot.entryId ? snapshot : undefined;
}

type Range = { readonly group: string; readonly afterSeq: number; readonly lastSeq: number };
type Taking = { readonly until: Until; onEntry(entry: Entry): void };

async function readUntil(bus: Bus, { group, afterSeq, lastSeq }: Range, { until, onEntry }: Taking): Promise<void> {
  const end = "seq" in until ? Math.min(until.seq, lastSeq) : lastSeq;
  for (let fromSeq = afterSeq + 1; fromSeq <= end;) {
    const batch = await readBatch(bus, { stream: JOURNAL, fromSeq, most: Math.min(BATCH, end - fromSeq + 1) });
    for (const raw of batch) {
      if (raw.seq > end) return;
      const entry = isRead(raw.subject, group) ? entryOf(raw) : undefined;
      if (entry === undefined) continue;
      if (!isWithin(until, entry.seq, entry.header.seenUs)) return;
      onEntry(entry);
    }
    const newest = batch.at(-1);
    if (newest === undefined) return;
    fromSeq = newest.seq + 1;
  }
}
