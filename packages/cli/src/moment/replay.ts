import type { Entry, Machine } from "@bowline/contracts";
import { makeRepeatFilter } from "@bowline/service-kit/machine-host";
import type { ReplaySnapshot } from "./session.ts";

/** A machine that is shown what it was shown before; what it writes goes nowhere. */
export type Replay = {
  apply(entry: Entry): void;
  snapshot(): ReplaySnapshot;
  restore(snapshot: ReplaySnapshot): void;
  /** Sequence of the last entry that it saw, and the greatest receipt time. */
  position(): number;
  nowUs(): number;
};

/** Treats repeats, own entries and quarantined ones as the loop does. */
export function makeReplay(machine: Machine, skipped: ReadonlySet<number> = new Set()): Replay {
  let repeats = makeRepeatFilter();
  let [seq, nowUs] = [0, 1];
  return {
    position: () => seq,
    nowUs: () => nowUs,
    apply(entry) {
      const { header } = entry;
      seq = entry.seq;
      nowUs = Math.max(nowUs, header.seenUs);
      if (header.machine === machine.name || repeats.isRepeat(header) || skipped.has(seq)) return;
      machine.apply(entry, () => undefined);
    },
    snapshot: () => ({ version: machine.version, seq, nowUs, repeats: repeats.state(), state: machine.snapshot() }),
    restore(snapshot) {
      ({ seq, nowUs } = snapshot);
      repeats = makeRepeatFilter(snapshot.repeats);
      machine.restore(snapshot.state);
    },
  };
}
