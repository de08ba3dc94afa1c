import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { type SnapshotPlace, parseSnapshotName, snapshotName } from "@bowline/bus";
import { readGroups } from "@bowline/config";
import type { Entry } from "@bowline/contracts";
import { type CompiledStrategy, readStrategy } from "@bowline/rules";
import { PAPER_ACCOUNT } from "../runner/simulated-services.ts";
import { type ExportLines, openExportLines } from "./export-lines.ts";
import { strategyOfVersion } from "./first-version.ts";
import { type ReplaySnapshot, type Session, isRead, isWithin } from "./session.ts";
import { recordExport } from "../record-export.ts";

/** Where a recording keeps its snapshots, one file each. */
export const SNAPSHOTS_FOLDER = "snapshots";

/** A session as `demo --record` and `backtest --record` leave it. Throws where the folder is none. */
export function openRecordedSession(folder: string): Session & { close(): void } {
  const file = recordExport(folder);
  const groups = readGroups(join(folder, "groups.yaml"));
  const lines = openExportLines(file);
  const strategy = firstVersion(lines) ?? readStrategy(join(folder, "strategy.yaml"), groups);
  const { first, last } = lines;
  const places = placesIn(join(folder, SNAPSHOTS_FOLDER));
  return {
    groups,
    strategy,
    accountId: PAPER_ACCOUNT,
    span: { firstUs: first.header.seenUs, lastUs: last.header.seenUs, lastSeq: last.seq },
    skipped: async () => new Set(),
    snapshotBefore: async (machine, version, until) => {
      const place = places.findLast((one) => one.machine === machine && isWithin(until, one.seq, one.nowUs));
      if (place === undefined) return undefined;
      const text = readFileSync(join(folder, SNAPSHOTS_FOLDER, `${snapshotName(place)}.json`), "utf8");
      const snapshot = JSON.parse(text) as ReplaySnapshot;
      return snapshot.version === version ? snapshot : undefined;
    },
    read: async (group, afterSeq, until, onEntry) =>
      lines.read(afterSeq, (line) => {
        if ("seq" in until && line.seq > until.seq) return false;
        if (!isRead(line.subject, group)) return true;
        const entry = line.entry();
        if (!isWithin(until, entry.seq, entry.header.seenUs)) return false;
        onEntry(entry);
        return true;
      }),
    close: lines.close,
  };
}

/** What the machines began with, where they journaled it: they do so before the clock begins. */
function firstVersion({ read }: ExportLines): CompiledStrategy | undefined {
  let version: Entry | undefined;
  read(0, (line) => {
    if (line.subject.startsWith("bw.control.strategy.")) version = line.entry();
    return version === undefined && line.subject !== "bw.control.clock";
  });
  return strategyOfVersion(version?.event);
}

/** The snapshots of a folder, oldest first. */
function placesIn(folder: string): readonly SnapshotPlace[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .flatMap((name) => parseSnapshotName(name.replace(/\.json$/, "")) ?? [])
    .sort((one, other) => one.seq - other.seq);
}
