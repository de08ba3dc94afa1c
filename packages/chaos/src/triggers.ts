import type { OrdStatus } from "@bowline/orders";
import { type ChaosRun, SESSION_DAYS } from "./plan.ts";

/** Which runs lie in wait, and which one an entry lets loose. */
export type Triggers = {
  /** A trading day begins; from 1. Its run lies in wait from now on. */
  day(day: number): void;
  /** An order came into a state: the run that this lets loose, at most one. Its own state may be another on the last day. */
  onState(state: OrdStatus): ChaosRun | undefined;
  /** Those that were never let loose. */
  left(): readonly ChaosRun[];
};

export function makeTriggers(runs: readonly ChaosRun[]): Triggers {
  let today = 0;
  let left = [...runs];
  const seen = new Map<number, number>();
  /** On the last day, which has no runs of its own, whatever was not let loose yet goes with the next order. */
  const overdue = (): ChaosRun | undefined => (today >= SESSION_DAYS ? left[0] : undefined);
  return {
    day: (day) => void (today = Math.max(today, day)),
    onState: (state) => {
      const waiting = left.filter((run) => run.day <= today && run.state === state);
      for (const { run } of waiting) seen.set(run, (seen.get(run) ?? 0) + 1);
      const due = waiting.find(({ run, nth }) => (seen.get(run) ?? 0) >= nth) ?? overdue();
      left = left.filter((run) => run !== due);
      return due;
    },
    left: () => left,
  };
}
