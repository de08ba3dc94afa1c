import type { RecordedMinute } from "./minutes-of-ticks.ts";

type Bar = {
  readonly closeUs: number;
  readonly openPx?: number | undefined;
  readonly highPx?: number | undefined;
  readonly lowPx?: number | undefined;
  readonly closePx?: number | undefined;
  readonly volume: number;
};
const FIELDS = ["openPx", "highPx", "lowPx", "closePx", "volume"] as const;

/** How the minutes of a recording and bars from elsewhere go together. */
export type MinutesCompared = {
  /** Minutes with a trade that both have. */
  readonly both: number;
  /** Of those, how many have the same value. */
  readonly equal: Readonly<Record<(typeof FIELDS)[number], number>>;
  readonly onlyRecorded: number;
  readonly onlyBars: number;
  /** Close times of the first minutes in which anything differs. */
  readonly firstDifferent: readonly number[];
};

const NAMED_AT_MOST = 10;

/** Bars without a trade are left out. */
export function compareMinutes(recorded: readonly RecordedMinute[], bars: readonly Bar[]): MinutesCompared {
  const traded = new Map(bars.filter(({ volume }) => volume > 0).map((bar) => [bar.closeUs, bar]));
  const equal = { openPx: 0, highPx: 0, lowPx: 0, closePx: 0, volume: 0 };
  const different: number[] = [];
  let both = 0;
  for (const minute of recorded) {
    const bar = traded.get(minute.closeUs);
    if (bar === undefined) continue;
    both += 1;
    const same = FIELDS.filter((field) => minute[field] === bar[field]);
    for (const field of same) equal[field] += 1;
    if (same.length < FIELDS.length) different.push(minute.closeUs);
  }
  return {
    both,
    equal,
    onlyRecorded: recorded.length - both,
    onlyBars: traded.size - both,
    firstDifferent: different.slice(0, NAMED_AT_MOST),
  };
}
