import type { Entry } from "@bowline/contracts";
import { isoOfUs } from "@bowline/kernel";

/** Limits that held, and from when on; empty where they held from the start. */
export type LimitsHeld = { readonly hash: string; readonly from: string; readonly by: string };

/** Which limits held at each entry, as the journal has it: those of the start, and each change that the gate took. */
export type LimitsLog = {
  add(entry: Entry): void;
  /** Version that held for what stands at a sequence. */
  at(seq: number): string;
  /** Those that held anywhere between two sequences, oldest first. */
  between(fromSeq: number, toSeq: number): readonly LimitsHeld[];
};

/** `first`: the version of the start; left out where the journal does not tell it. */
export function makeLimitsLog(first?: string): LimitsLog {
  const held: (LimitsHeld & { readonly seq: number })[] = [
    { hash: first ?? "not in the journal", from: "", by: "", seq: 0 },
  ];
  /** Sequence of the newest proposal of each version: it holds from there on, if the gate takes it. */
  const proposed = new Map<string, number>();
  return {
    add({ seq, header, event }) {
      if (event.kind === "control.limits") proposed.set(event.hash, seq);
      if (event.kind === "risk.limits")
        held.push({
          hash: event.hash,
          from: isoOfUs(header.seenUs),
          by: event.by,
          seq: proposed.get(event.hash) ?? seq,
        });
    },
    at: (seq) => held.findLast((one) => one.seq < seq)?.hash ?? "",
    between: (fromSeq, toSeq) => {
      const first = held.findLastIndex((one) => one.seq <= fromSeq);
      return held
        .slice(Math.max(0, first))
        .filter(({ seq }) => seq <= toSeq)
        .map(({ hash, from, by }) => ({ hash, from, by }));
    },
  };
}
