/** Samples of one kind in one round, in milliseconds. */
export type Round = readonly number[];
export type Quantiles = { readonly p50: number; readonly p99: number };

/** The value below which a part of the samples lies: the nearest rank. Throws without samples. */
export function quantile(samples: readonly number[], part: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)];
  if (value === undefined) throw new RangeError("no samples");
  return value;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** Medians over the rounds: one bad round on a shared machine decides nothing. */
export function summarizeRounds(rounds: readonly Round[]): Quantiles {
  const measured = rounds.filter((round) => round.length > 0);
  return {
    p50: median(measured.map((round) => quantile(round, 0.5))),
    p99: median(measured.map((round) => quantile(round, 0.99))),
  };
}
