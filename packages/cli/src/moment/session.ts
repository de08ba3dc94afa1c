import type { Groups } from "@bowline/config";
import { type Entry, type EventKind, kindOfSubject } from "@bowline/contracts";
import { consumedKinds } from "@bowline/contracts";
import type { Us } from "@bowline/kernel";
import type { CompiledStrategy } from "@bowline/rules";
import type { HostSnapshot } from "@bowline/service-kit/machine-host";
import { contract } from "@bowline/strategy/contract";

/** The part of a snapshot that a replay goes on from. */
export type ReplaySnapshot = Pick<HostSnapshot, "version" | "seq" | "nowUs" | "repeats" | "state">;

/** Up to where: the last entry seen at or before a moment, or an entry itself. */
export type Until = { readonly us: Us } | { readonly seq: number };

export type Span = { readonly firstUs: Us; readonly lastUs: Us; readonly lastSeq: number };

/** A session that can be replayed, recorded in a folder or running. */
export type Session = {
  readonly groups: Groups;
  /** The version that the session began with; others are entries of it. */
  readonly strategy: CompiledStrategy;
  readonly accountId: string;
  readonly span: Span;
  /** The newest snapshot of a machine of this version that does not lie behind `until`. */
  snapshotBefore(machine: string, version: number, until: Until): Promise<ReplaySnapshot | undefined>;
  /** Hands out the entries after a sequence that a ticker group's strategy reads, in order, up to `until`. */
  read(group: string, afterSeq: number, until: Until, onEntry: (entry: Entry) => void): Promise<void>;
  /** The sequences that a machine skips. */
  skipped(machine: string): Promise<ReadonlySet<number>>;
};

export const isWithin = (until: Until, seq: number, seenUs: number): boolean =>
  "us" in until ? seenUs <= until.us : seq <= until.seq;

const KINDS = consumedKinds(contract);
/** Most of a journal, and of no use to another group. */
const OF_GROUP: ReadonlySet<EventKind> = new Set<EventKind>(["md.quote"]);

/** Whether a strategy of a ticker group reads what stands on a subject. */
export function isRead(subject: string, group: string): boolean {
  const kind = kindOfSubject(subject);
  if (kind === undefined || !KINDS.has(kind)) return false;
  if (kind === "md.bar") return subject.startsWith("bw.md.bar.1m.");
  return !OF_GROUP.has(kind) || subject.startsWith(`bw.${kind}.${group}.`);
}
