import { DECISION_KINDS, decisionLine, type Entry, makeDecisionHash } from "@bowline/contracts";

/** The decisions of a run: their hash, and where each of them stands. */
export type Decisions = {
  readonly hash: string;
  readonly lines: readonly { readonly seq: number; readonly line: string }[];
};

export function decisionsOf(entries: readonly Entry[]): Decisions {
  const hash = makeDecisionHash();
  const lines: { seq: number; line: string }[] = [];
  for (const entry of entries) {
    hash.add(entry);
    if (DECISION_KINDS.has(entry.event.kind)) lines.push({ seq: entry.seq, line: decisionLine(entry) });
  }
  return { hash: hash.digest(), lines };
}

/** Where two runs part: the line of each, and the sequence in the second. `undefined` where they do not. */
export function firstDifference(
  calm: Decisions,
  other: Decisions,
): { readonly seq: number; readonly text: string } | undefined {
  if (calm.hash === other.hash) return undefined;
  const at = calm.lines.findIndex(({ line }, index) => line !== other.lines[index]?.line);
  const index = at < 0 ? calm.lines.length : at;
  const [mine, theirs] = [other.lines[index], calm.lines[index]];
  const text = `decision ${index + 1} is ${mine?.line ?? "missing"}\n  in the calm run ${theirs?.line ?? "there is none"}`;
  return { seq: mine?.seq ?? other.lines.at(-1)?.seq ?? 0, text };
}
