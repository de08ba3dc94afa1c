import type { Header } from "@bowline/contracts";

/**
 * Recognises what a writer repeated after a restart or a take-over, for ever and not just inside the server's window:
 * per writer the last cause and the ordinals seen of it. Lower, or in the set, is a repeat.
 */
export type RepeatFilter = {
  isRepeat(header: Header): boolean;
  state(): RepeatState;
};
export type RepeatState = {
  readonly [machine: string]: { readonly causeSeq: number; readonly ordinals: readonly number[] };
};

export function makeRepeatFilter(initial: RepeatState = {}): RepeatFilter {
  const lastByMachine = new Map<string, { causeSeq: number; ordinals: Set<number> }>(
    Object.entries(initial).map(([machine, { causeSeq, ordinals }]) => [
      machine,
      { causeSeq, ordinals: new Set(ordinals) },
    ]),
  );
  return {
    isRepeat(header) {
      const last = lastByMachine.get(header.machine);
      if (last === undefined || header.causeSeq > last.causeSeq) {
        lastByMachine.set(header.machine, { causeSeq: header.causeSeq, ordinals: new Set([header.ordinal]) });
        return false;
      }
      if (header.causeSeq < last.causeSeq || last.ordinals.has(header.ordinal)) return true;
      last.ordinals.add(header.ordinal);
      return false;
    },
    state: () =>
      Object.fromEntries(
        [...lastByMachine].map(([machine, { causeSeq, ordinals }]) => [
          machine,
          { causeSeq, ordinals: [...ordinals].sort((a, b) => a - b) },
        ]),
      ),
  };
}
