import type { Facts } from "../facts.ts";
import type { FactType } from "./types.ts";

/** A name of the environment: what expressions may look at. The reference page and the type checker are made from these. */
export type Fact = {
  /** Two words with a dot between them, such as `market.bid`. */
  readonly name: string;
  readonly type: FactType;
  /** With type string: the only values that there are; left out where any text can come. */
  readonly values?: readonly string[];
  readonly doc: string;
  /** When it is UNKNOWN, for the reference page. */
  readonly unknown: string;
  /** In the scale of its unit; `undefined` where it is missing, stale or in doubt. */
  read(facts: Facts): number | boolean | string | undefined;
};

export const defineFact = (fact: Fact): Fact => fact;
