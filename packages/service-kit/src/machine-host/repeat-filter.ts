import type { Header } from "@bowline/contracts";

/**
 * Recognises what a writer repeated after a restart or a take-over, for ever and not just inside the server's window: per writer its
 * newest entries one by one, and everything at or below the floor. What was on its way at once may arrive out of order.
 */
export type RepeatFilter = {
  isRepeat(header: Header): boolean;
  state(): RepeatState;
};
/** Which of a writer's entries it is: by its cause, then by its place among the outputs of that cause. */
type Key = readonly [causeSeq: number, ordinal: number];
/** `newest` rise. */
type Seen = { readonly newest: readonly Key[]; readonly floor?: Key | undefined };
/** As snapshots of older builds have it: the last cause, and what was seen of it. */
type LastCause = { readonly causeSeq: number; readonly ordinals: readonly number[] };
export type RepeatState = { readonly [machine: string]: Seen | LastCause };

/** A writer has at most so many on their way at once: each of them may be overtaken by all others. */
export const MOST_UNDER_WAY = 256;

const compare = ([cause, ordinal]: Key, [otherCause, otherOrdinal]: Key): number =>
  cause === otherCause ? ordinal - otherOrdinal : cause - otherCause;

export function makeRepeatFilter(initial: RepeatState = {}): RepeatFilter {
  const byMachine = new Map(
    Object.entries(initial).map(([machine, told]) => {
      const { newest, floor } = "newest" in told ? told : seenOf(told);
      return [machine, { newest: [...newest], floor }];
    }),
  );
  return {
    isRepeat({ machine, causeSeq, ordinal }) {
      const key: Key = [causeSeq, ordinal];
      const seen = byMachine.get(machine);
      if (seen === undefined) {
        byMachine.set(machine, { newest: [key], floor: undefined });
        return false;
      }
      if (seen.floor !== undefined && compare(key, seen.floor) <= 0) return true;
      const before = seen.newest.findLastIndex((other) => compare(other, key) <= 0);
      const nearest = seen.newest[before];
      if (nearest !== undefined && compare(nearest, key) === 0) return true;
      seen.newest.splice(before + 1, 0, key);
      if (seen.newest.length > MOST_UNDER_WAY) seen.floor = seen.newest.shift();
      return false;
    },
    state: () =>
      Object.fromEntries(
        [...byMachine].map(([machine, { newest, floor }]) => [
          machine,
          { newest: [...newest], ...(floor === undefined ? {} : { floor }) },
        ]),
      ),
  };
}

const seenOf = ({ causeSeq, ordinals }: LastCause): Seen => ({
  newest: ordinals.map((ordinal) => [causeSeq, ordinal] as const).sort(compare),
  floor: [causeSeq, -1],
});
