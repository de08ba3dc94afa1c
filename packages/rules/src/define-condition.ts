import type { z } from "@bowline/config";
import type { Facts } from "./facts.ts";

export const CONDITION_GROUPS = ["event", "position", "time", "market"] as const;

/** One thing that a condition asks, as an expression over the environment. */
export type LeafText = {
  /** Name in decision records, such as `prediction.confidence`. */
  readonly name: string;
  /** What the value is held against, as text. */
  readonly threshold: string;
  /** The expression that must be true; built of checked parameters, texts through `quoted`. */
  readonly test: string;
  /** The key of the condition that a wrong expression is reported at. */
  readonly at?: string;
  /** The value as records show it, where the facts of the expression alone would say too little or too much. */
  show?(facts: Facts): string | undefined;
};

/** A condition of the language: the schema of what stands behind its name, and the expressions that it comes to. */
export type Condition<S extends z.ZodType = z.ZodType> = {
  /** Name in rule files. */
  readonly name: string;
  /** Where the reference page puts it. */
  readonly group: (typeof CONDITION_GROUPS)[number];
  /** When it holds, for the reference page. */
  readonly doc: string;
  readonly schema: S;
  /** All of these must be true. */
  leaves(params: z.output<S>): readonly LeafText[];
};

export const defineCondition = <S extends z.ZodType>(condition: Condition<S>): Condition<S> => condition;

/** A text inside an expression. */
export const quoted = (text: string): string => JSON.stringify(text);

/** `name in ["A", "B"]`. */
export const isOneOf = (name: string, texts: readonly string[]): string =>
  `${name} in [${texts.map(quoted).join(", ")}]`;

/** `name >= min && name <= max`, as far as these are given; numbers written as the file would. */
export const isWithin = (name: string, min: string | undefined, max: string | undefined): string =>
  [...(min === undefined ? [] : [`${name} >= ${min}`]), ...(max === undefined ? [] : [`${name} <= ${max}`])].join(
    " && ",
  );
