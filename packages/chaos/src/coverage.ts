import { ORD_STATUSES, type OrdStatus } from "@bowline/orders";
import type { ChaosFault, Kind } from "./fault-kinds.ts";
import { KINDS } from "./fault-kinds.ts";

/** A fault as it was let loose. */
export type Fired = {
  readonly run: number;
  readonly fault: ChaosFault;
  /** The state that the order was in by the entry that let it loose. */
  readonly state: OrdStatus;
  readonly clOrdId: string;
  /** Sequence of that entry. */
  readonly seq: number;
};

export type Coverage = {
  readonly kinds: Readonly<Record<Kind, number>>;
  readonly states: Readonly<Record<OrdStatus, number>>;
};

export const coverageOf = (fired: readonly Fired[]): Coverage => ({
  kinds: countBy(Object.keys(KINDS) as Kind[], (kind) => fired.filter(({ fault }) => fault.kind === kind).length),
  states: countBy(ORD_STATUSES, (state) => fired.filter((one) => one.state === state).length),
});

const countBy = <Key extends string>(
  keys: readonly Key[],
  count: (key: Key) => number,
): Readonly<Record<Key, number>> =>
  Object.fromEntries(keys.map((key) => [key, count(key)])) as Readonly<Record<Key, number>>;

/** 200 runs must hit each state 5 times; fewer runs, fewer times. */
const RUNS_PER_HIT = 40;

/** States that were hit too seldom for so many runs, in words. */
export function thinStates({ states }: Coverage, runs: number): readonly string[] {
  const least = Math.floor(runs / RUNS_PER_HIT);
  return ORD_STATUSES.filter((state) => states[state] < least).map(
    (state) => `${state} was hit ${states[state]} times, at least ${least} are wanted in ${runs} runs`,
  );
}
