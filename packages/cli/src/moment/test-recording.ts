import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readGroups } from "@bowline/config";
import type { Entry, EventByKind } from "@bowline/contracts";
import { sha256Hex } from "@bowline/kernel";
import { readExport, writeExport } from "@bowline/report";
import { anEntry } from "@bowline/testkit";
import { makeStrategyMachine } from "@bowline/strategy/machine";
import { afterAll } from "vitest";
import { runBacktestCommand } from "../backtest-run.ts";
import { makeSnapshotRecorder } from "./record-snapshots.ts";
import { makeReplay } from "./replay.ts";
import type { Session } from "./session.ts";
import type { AskedAt } from "./why.ts";

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "bowline-moment-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Records so many minutes of the synthetic market with the demo's predictions; the folder goes when the tests are over. */
export function recordMinutes(minutes: number): string {
  const folder = temporaryFolder();
  runBacktestCommand({ seed: 1, minutes, record: folder });
  return folder;
}

/** A version of the strategy, as an entry that puts it into force. */
export const aVersion = (yaml: string): EventByKind<"control.strategy"> => ({
  kind: "control.strategy",
  strategy: "prediction-follow",
  hash: sha256Hex(yaml),
  yaml,
  reason: "for a test",
  by: "test",
});

export type Reloaded = {
  readonly folder: string;
  /** The entry that puts the second version into force. */
  readonly seq: number;
};

/**
 * A recording as of a system whose strategy was changed half-way: its journal begins with `first`, and `second` follows. The
 * folder's own strategy file is `onDisk`, as if somebody had gone on writing it.
 */
export function reloadRecording(from: string, [first, second, onDisk]: readonly [string, string, string]): Reloaded {
  const folder = temporaryFolder();
  const [groupsFile, strategyFile] = [join(folder, "groups.yaml"), join(folder, "strategy.yaml")];
  cpSync(join(from, "groups.yaml"), groupsFile);
  writeFileSync(strategyFile, first);
  const recorded = [...readExport(join(from, "export.jsonl"))];
  const half = Math.floor(recorded.length / 2);
  const versionAt = (yaml: string, place: number): Entry => {
    const { eventUs, seenUs } = recorded[place]!.header;
    return anEntry(aVersion(yaml), { eventUs, seenUs, machine: "operator", causeSeq: place + 1 });
  };
  const entries = [
    versionAt(first, 0),
    ...recorded.slice(0, half),
    versionAt(second, half),
    ...recorded.slice(half),
  ].map((entry, index) => ({ ...entry, seq: index + 1 }));
  writeExport(join(folder, "export.jsonl"), entries);
  const groups = readGroups(groupsFile);
  const snapshots = makeSnapshotRecorder(folder, {
    groupsFile,
    strategyFile,
    limitsFile: "",
    predictions: undefined,
    groups,
  });
  for (const entry of entries) snapshots.add(entry);
  writeFileSync(strategyFile, onDisk);
  return { folder, seq: half + 2 };
}

export type Evaluated = AskedAt & { readonly symbol: string };

/** Every evaluation of a group's rules, from one replay of the whole session, and how many entries that took. */
export async function allEvaluations(session: Session, group: string): Promise<readonly Evaluated[]> {
  const found: Evaluated[] = [];
  let seq = 0;
  const machine = makeStrategyMachine({
    group,
    symbols: session.groups.byName.get(group) ?? [],
    strategy: session.strategy,
    accountId: session.accountId,
    onAsked: ({ symbol, verdict, record }) =>
      found.push({ symbol, seq, atUs: verdict.facts.nowUs, decision: record() }),
  });
  const replay = makeReplay(machine);
  await session.read(group, 0, { seq: session.span.lastSeq }, (entry) => {
    seq = entry.seq;
    replay.apply(entry);
  });
  return found;
}
