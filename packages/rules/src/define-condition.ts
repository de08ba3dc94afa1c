import type { z } from "@bowline/config";
import type { Leaf } from "./leaf.ts";

/** A condition of the language: the schema of what stands behind its name, and the leaves that it comes to. */
export type Condition<S extends z.ZodType = z.ZodType> = {
  /** Name in rule files. */
  readonly name: string;
  readonly schema: S;
  /** All leaves must be true. */
  leaves(params: z.output<S>): readonly Leaf[];
};

export const defineCondition = <S extends z.ZodType>(condition: Condition<S>): Condition<S> => condition;
