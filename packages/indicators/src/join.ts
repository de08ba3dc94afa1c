import type { StudyBar } from "./study.ts";

/**
 * Two symbols' bars on their way to one study. A bar waits until the other symbol has closed one at the same moment or later,
 * so what comes out does not depend on which of the two came first. Plain JSON.
 */
export type Join = {
  /** Own bars that wait, in order of time. */
  own: StudyBar[];
  /** Closes of the other symbol not older than the first own bar that waits; null where it has no price. */
  other: [closeUs: number, closePx: number | null][];
  /** The last own bar that left, and the last close of the other that came. */
  ownUs: number;
  otherUs: number;
  /** The other symbol had no price at the last bar that left. */
  isBlind: boolean;
};

export const initialJoin = (): Join => ({ own: [], other: [], ownUs: 0, otherUs: 0, isBlind: false });

/** A week of minutes: who waits longer for the other symbol goes without. */
const MOST_WAITING = 1950;

/** An own bar closed; gives what is ready. One that is no newer than the last changes nothing. */
export function joinOwn(join: Join, bar: StudyBar): readonly StudyBar[] {
  if (bar.closeUs <= (join.own.at(-1)?.closeUs ?? join.ownUs)) return [];
  join.own.push(bar);
  if (join.own.length > MOST_WAITING) join.own.shift();
  return drain(join);
}

/** The other symbol's bar closed. */
export function joinOther(join: Join, { closeUs, closePx }: StudyBar): readonly StudyBar[] {
  if (closeUs <= join.otherUs) return [];
  join.otherUs = closeUs;
  join.other.push([closeUs, closePx ?? null]);
  if (join.other.length > MOST_WAITING) join.other.shift();
  return drain(join);
}

/**
 * Whether a value of the study is of now. The other symbol may be one bar behind, since one of the two comes first; where it is
 * further behind, or had no price when it was last asked for, nobody knows.
 */
export const isJoined = ({ own, isBlind }: Join): boolean => own.length <= 1 && !isBlind;

function drain(join: Join): readonly StudyBar[] {
  const ready: StudyBar[] = [];
  while (join.own[0] !== undefined && join.own[0].closeUs <= join.otherUs) {
    const bar = join.own.shift() as StudyBar;
    while ((join.other[0]?.[0] ?? bar.closeUs) < bar.closeUs) join.other.shift();
    const [closeUs, closePx] = join.other[0] ?? [0, null];
    const otherPx = closeUs === bar.closeUs ? closePx : null;
    join.ownUs = bar.closeUs;
    join.isBlind = otherPx === null;
    ready.push(otherPx === null ? bar : { ...bar, otherPx });
  }
  return ready;
}
