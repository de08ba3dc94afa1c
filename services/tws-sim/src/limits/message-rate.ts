/** A client's messages, held against what it may send in a second. */
export type MessageRate = {
  /** Counts a message; a violation comes back with the text of error 100. */
  count(nowMs: number): RateViolation | undefined;
};

export type RateViolation = { readonly text: string; readonly isLast: boolean };

const SECOND_MS = 1000;

/** `perSecond` 0 counts nothing; the `violations`th violation is the last one, 0 has none. */
export function makeMessageRate(perSecond: number, violations: number): MessageRate {
  let sentMs: number[] = [];
  let found = 0;
  return {
    count: (nowMs) => {
      if (perSecond === 0) return undefined;
      sentMs = sentMs.filter((at) => at > nowMs - SECOND_MS);
      sentMs.push(nowMs);
      if (sentMs.length <= perSecond) return undefined;
      found += 1;
      const received = sentMs.length;
      // A violation is told once, not again for each message of the same second.
      sentMs = [];
      return {
        text: `Max rate of messages per second has been exceeded:max=${perSecond} rec=${received} (${found})`,
        isLast: found === violations,
      };
    },
  };
}
