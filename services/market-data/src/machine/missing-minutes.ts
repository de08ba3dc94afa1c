import { type Us, US_PER_MINUTE } from "@bowline/kernel";
import type { Gap } from "@bowline/market";

/** Adds whole minutes to runs of minutes: sorted, apart from one another, `fromUs` exclusive and `toUs` inclusive. */
export function withRun(runs: readonly Gap[], { fromUs, toUs }: Gap): readonly Gap[] {
  const apart = runs.filter((run) => run.toUs < fromUs || run.fromUs > toUs);
  const touching = runs.filter((run) => run.toUs >= fromUs && run.fromUs <= toUs);
  const joined = touching.reduce(
    (one, run) => ({
      fromUs: run.fromUs < one.fromUs ? run.fromUs : one.fromUs,
      toUs: run.toUs > one.toUs ? run.toUs : one.toUs,
    }),
    { fromUs, toUs },
  );
  return [...apart, joined].sort((a, b) => a.fromUs - b.fromUs);
}

/** Takes minutes out, by the time at which they close. */
export const withoutMinutes = (runs: readonly Gap[], closes: ReadonlySet<number>): readonly Gap[] =>
  minutesOf(runs)
    .filter((closeUs) => !closes.has(closeUs))
    .reduce<readonly Gap[]>(
      (left, closeUs) => withRun(left, { fromUs: (closeUs - US_PER_MINUTE) as Us, toUs: closeUs }),
      [],
    );

/** When each minute of the runs closes, in order. */
export const minutesOf = (runs: readonly Gap[]): readonly Us[] =>
  runs.flatMap(({ fromUs, toUs }) =>
    Array.from(
      { length: Math.round((toUs - fromUs) / US_PER_MINUTE) },
      (_, index) => (fromUs + (index + 1) * US_PER_MINUTE) as Us,
    ),
  );
