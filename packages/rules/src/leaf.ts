import type { DecisionLeaf } from "@bowline/contracts";
import type { Facts } from "./facts.ts";
import { type Truth, truthOf } from "./truth.ts";

/** The smallest thing that is true, false or unknown. `test` is cheap; the text is made only for a decision record. */
export type Leaf = {
  /** Name in decision records, such as `prediction.confidence`. */
  readonly name: string;
  test(facts: Facts): Truth;
  /** The leaf with the value that was seen, as a decision record shows it. */
  explain(facts: Facts): DecisionLeaf;
};

export type LeafSpec<T> = {
  readonly name: string;
  /** What the value is held against, as text. */
  readonly threshold: string;
  /** The fact, or `undefined` where it is missing. */
  read(facts: Facts): T | undefined;
  holds(value: T): boolean;
  show(value: T): string;
};

/** A leaf over one fact: UNKNOWN exactly when the fact is missing. */
export function makeLeaf<T>({ name, threshold, read, holds, show }: LeafSpec<T>): Leaf {
  const test = (facts: Facts): Truth => {
    const value = read(facts);
    return value === undefined ? "UNKNOWN" : truthOf(holds(value));
  };
  const explain = (facts: Facts): DecisionLeaf => {
    const value = read(facts);
    return { name, value: value === undefined ? "UNKNOWN" : show(value), threshold, result: test(facts) };
  };
  return { name, test, explain };
}

/** The bounds of a range as text: `≥ 5`, `≤ 20`, `5 … 20`. */
export function showRange(
  min: number | undefined,
  max: number | undefined,
  show: (value: number) => string = String,
): string {
  if (min !== undefined && max !== undefined) return `${show(min)} … ${show(max)}`;
  return min === undefined ? `≤ ${show(max ?? 0)}` : `≥ ${show(min)}`;
}
