import type { TriggerMethod } from "@bowline/matching";

const METHODS: ReadonlySet<number> = new Set<TriggerMethod>([0, 1, 2, 3, 4, 7, 8]);

/** IB's number of a trigger method; `undefined` where it has none such. */
export const triggerMethodOf = (number: number): TriggerMethod | undefined =>
  METHODS.has(number) ? (number as TriggerMethod) : undefined;
