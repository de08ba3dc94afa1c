import { type Quantiles, median, summarizeRounds } from "./figures.ts";
import type { Sample } from "./order-samples.ts";

/** Medians over all samples, in milliseconds. */
export type HopFigures = { readonly hop: string; readonly ours: number; readonly floor: number };

export type PathFigures = {
  readonly ours: Quantiles;
  readonly floor: Quantiles;
  readonly hops: readonly HopFigures[];
  /** Of ours, in all rounds. */
  readonly samples: number;
  /** Starts that led to no order in time. */
  readonly missed: number;
};

export type Measured = {
  readonly ours: readonly (readonly Sample[])[];
  readonly floor: readonly (readonly Sample[])[];
  readonly missed: number;
};

export function summarizePath(hops: readonly string[], { ours, floor, missed }: Measured): PathFigures {
  const totals = (rounds: Measured["ours"]): Quantiles =>
    summarizeRounds(rounds.map((round) => round.map(({ totalMs }) => totalMs)));
  const hopMedian = (rounds: Measured["ours"], hop: number): number =>
    median(rounds.flat().map(({ hopsMs }) => hopsMs[hop] ?? 0));
  return {
    ours: totals(ours),
    floor: totals(floor),
    hops: hops.map((hop, index) => ({ hop, ours: hopMedian(ours, index), floor: hopMedian(floor, index) })),
    samples: ours.flat().length,
    missed,
  };
}
